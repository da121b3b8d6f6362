// shows: ecvt, fcvt, gcvt, a64l and l64a
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    double numbers[] = {12.345, -0.00123, 0, 1e10, 99.25, 0.5, 123456};
    for (int i = 0; i < 7; i++) {
        int point, sign;
        char text[40];
        char *digits = ecvt(numbers[i], 4, &point, &sign);
        printf("%s %d %d, ", digits, point, sign);
        digits = fcvt(numbers[i], 2, &point, &sign);
        printf("%s %d %d, ", digits, point, sign);
        printf("%s\n", gcvt(numbers[i], 5, text));
    }
    printf("%ld %s %ld\n", a64l("zz1"), l64a(123456789), a64l(l64a(42)));
    return 0;
}
