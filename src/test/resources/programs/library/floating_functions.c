// shows: the usual functions of math.h

#include <math.h>
#include <stdio.h>

int main(void)
{
    printf("%g %g %g\n", sqrt(2), pow(2, 10), cbrt(27));
    printf("%g %g %g %g\n", floor(-2.5), ceil(-2.5), round(-2.5), trunc(-2.5));
    printf("%g %g %g\n", fabs(-3.5), fmod(7.5, 2), fmod(-7.5, 2));
    printf("%.6f %.6f %.6f\n", sin(1), cos(1), atan2(1, -1));
    printf("%.6f %.6f %.6f\n", exp(1), log(10), log10(1000));
    printf("%d %d\n", isnan(sqrt(-1)) != 0, isinf(log(0)) != 0);
    printf("%g %g\n", fmax(1, 2), fmin(1, 2));
    printf("%.10f\n", M_PI);
    printf("%ld %g\n", lround(2.5), rint(2.5));
    return 0;
}
