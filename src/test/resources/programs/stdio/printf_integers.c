// shows: signed and unsigned decimal conversions at the ends of their ranges

#include <limits.h>
#include <stdio.h>

int main(void)
{
    printf("%d %i %d\n", 0, -1, INT_MAX);
    printf("%d %u\n", INT_MIN, UINT_MAX);
    printf("%ld %lu\n", LONG_MIN, ULONG_MAX);
    printf("%lld %llu\n", LLONG_MAX, ULLONG_MAX);
    printf("%u %d\n", -1, 4294967295u);
    printf("%5d|%-5d|%05d|%+d|% d\n", 42, 42, 42, 42, 42);
    printf("%5d|%-5d|%05d|%+d|% d\n", -42, -42, -42, -42, -42);
    printf("%2d %1d\n", 12345, -12345);
    printf("%.5d|%8.3d|%-8.3d|%08.3d|%+.3d\n", 42, 42, 42, 42, 42);
    printf("[%.0d] [%.0d] [%3.0d]\n", 0, 7, 0);
    printf("%'d\n", 1234567);
    return 0;
}
