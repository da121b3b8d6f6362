// shows: shifts of signed and unsigned values; the type is that of the left side

#include <stdio.h>

int main(void)
{
    int minus = -17;
    printf("%d %d\n", minus >> 2, minus >> 31);
    unsigned u = 0xF0000000u;
    printf("%x %x\n", u >> 4, u << 4);
    printf("%d\n", 1 << 31);
    printf("%lld\n", 1LL << 40);
    unsigned char c = 0x81;
    printf("%x\n", c << 1);
    c <<= 1;
    printf("%x\n", c);
    c = 0x81;
    c >>= 1;
    printf("%x\n", c);
    long one = 1;
    printf("%lx\n", one << 63 >> 63);
    printf("%lx\n", (unsigned long) one << 63 >> 63);
    printf("%zu\n", sizeof(1 << 1L));
    signed char s = -1;
    s >>= 3;
    printf("%d\n", s);
    int bits = 0, value = 0xB6;
    for (; value; value >>= 1) {
        bits += value & 1;
    }
    printf("%d\n", bits);
    return 0;
}
