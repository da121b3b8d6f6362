// shows: abs, labs, div and ldiv

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%d %d %ld %lld\n", abs(-5), abs(5), labs(-5000000000), llabs(-1LL << 40));
    div_t d = div(-17, 5);
    printf("%d %d\n", d.quot, d.rem);
    ldiv_t l = ldiv(17000000000, -6);
    printf("%ld %ld\n", l.quot, l.rem);
    printf("%d\n", div(100, 7).rem);
    printf("%d\n", abs(-2147483647 - 1));
    return 0;
}
