// shows: division by floating zero gives infinities and not-a-number, which differs from itself

#include <math.h>
#include <stdio.h>

int main(void)
{
    double zero = 0;
    double inf = 1 / zero;
    double nan = inf - inf;
    printf("%f %F %g\n", inf, -inf, inf);
    printf("%d %d %d\n", nan == nan, nan != nan, nan < 1);
    printf("%d %d %d\n", isnan(nan) != 0, isinf(inf) != 0, isfinite(1.0) != 0);
    printf("%d %d\n", inf > 1e308, -inf < inf);
    printf("%d %g\n", -zero == zero, 1 / -zero);
    printf("%f|%8.2f|%-8f|%08f\n", INFINITY, INFINITY, INFINITY, INFINITY);
    printf("%f %F\n", NAN, NAN);
    if (nan) {
        puts("not-a-number is true");
    }
    return 0;
}
