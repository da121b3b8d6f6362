// shows: too large a number gives the limit and ERANGE; strtoul negates

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    errno = 0;
    long l = strtol("9223372036854775808", NULL, 10);
    printf("%d %d\n", l == LONG_MAX, errno == ERANGE);
    errno = 0;
    l = strtol("-99999999999999999999x", NULL, 10);
    printf("%d %d\n", l == LONG_MIN, errno == ERANGE);
    errno = 0;
    l = strtol("-9223372036854775808", NULL, 10);
    printf("%d %d\n", l == LONG_MIN, errno);
    char *end;
    unsigned long u = strtoul("18446744073709551616 tail", &end, 10);
    printf("%d %d [%s]\n", u == ULONG_MAX, errno == ERANGE, end);
    errno = 0;
    u = strtoul("-1", NULL, 10);
    printf("%d %d\n", u == ULONG_MAX, errno);
    printf("%lu\n", strtoul("0xdeadbeef", NULL, 0));
    printf("%lld %llu\n", strtoll("-5000000000", NULL, 10), strtoull("777", NULL, 8));
    printf("%d\n", (int) strtol("4294967297", NULL, 10));
    double d = strtod("  2.5e-1abc", &end);
    printf("%g [%s]\n", d, end);
    errno = 0;
    d = strtod("1e999", NULL);
    printf("%g %d\n", d, errno == ERANGE);
    d = strtod("0x1.8p1", &end);
    printf("%g [%s]\n", d, end);
    return 0;
}
