// shows: division cuts towards zero and the remainder takes the sign of the dividend

#include <limits.h>
#include <stdio.h>

int main(void)
{
    int a = 7, b = 2;
    printf("%d %d\n", a / b, a % b);
    printf("%d %d\n", -a / b, -a % b);
    printf("%d %d\n", a / -b, a % -b);
    printf("%d %d\n", -a / -b, -a % -b);
    unsigned u = -7;
    printf("%u %u\n", u / 2, u % 2);
    printf("%u\n", -7 / 2u);
    printf("%lld %lld\n", LLONG_MIN / 10, LLONG_MIN % 10);
    printf("%llu %llu\n", ULLONG_MAX / 10, ULLONG_MAX % 10);
    printf("%d\n", (-a % 3 + 3) % 3);
    a /= 2;
    b %= 2;
    printf("%d %d\n", a, b);
    printf("%g %d\n", 7 / 2.0, 7 / 2);
    return 0;
}
