// shows: decimal, octal, hexadecimal and binary literals and their types

#include <stdio.h>

int main(void)
{
    printf("%d %d %d %d\n", 10, 010, 0x10, 0b10);
    printf("%d %d\n", 0xCafe, 0XFF);
    printf("%zu %zu %zu\n", sizeof 2147483647, sizeof 2147483648, sizeof 0x80000000);
    printf("%zu %zu %zu %zu\n", sizeof 1u, sizeof 1l, sizeof 1ull, sizeof 1LU);
    printf("%d\n", -2147483648 < 0);
    printf("%d\n", 0xffffffff > 0);
    printf("%ld\n", 4294967296);
    printf("%llu\n", 18446744073709551615ull);
    printf("%d\n", -1 == 0xffffffff);
    printf("%d\n", -1L == 0xffffffffffffffff);
    printf("%d\n", 00);
    return 0;
}
