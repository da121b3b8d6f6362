// shows: the constants of limits.h, stdint.h and float.h

#include <float.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    printf("%d %d %d %d\n", CHAR_BIT, SCHAR_MIN, SCHAR_MAX, UCHAR_MAX);
    printf("%d %d %d\n", SHRT_MIN, SHRT_MAX, USHRT_MAX);
    printf("%d %d %u\n", INT_MIN, INT_MAX, UINT_MAX);
    printf("%ld %ld %lu\n", LONG_MIN, LONG_MAX, ULONG_MAX);
    printf("%lld %llu\n", LLONG_MIN, ULLONG_MAX);
    printf("%d %u %ld %lu\n", INT8_MIN, UINT32_MAX, INT64_MAX, SIZE_MAX);
    printf("%d %g %g\n", DBL_DIG, DBL_MAX, DBL_EPSILON);
    printf("%d %d\n", -INT_MAX - 1 == INT_MIN, UINT_MAX + 1 == 0);
    return 0;
}
