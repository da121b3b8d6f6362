// shows: compiled without optimisation, signed overflow wraps in two's complement

#include <limits.h>
#include <stdio.h>

int main(void)
{
    int i = INT_MAX;
    i++;
    printf("%d\n", i);
    i--;
    printf("%d\n", i);
    int square = 100000;
    square = square * square;
    printf("%d\n", square);
    long l = LONG_MIN;
    l = l - 1;
    printf("%ld\n", l);
    int low = INT_MIN;
    printf("%d\n", -low);
    int a = 2147483647, b = 2147483647;
    printf("%d %ld\n", a + b, (long) a + b);
    return 0;
}
