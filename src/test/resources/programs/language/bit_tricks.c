// shows: the bit operators at work

#include <stdio.h>

static unsigned reverse(unsigned n)
{
    unsigned r = 0;
    for (int i = 0; i < 32; i++) {
        r = r << 1 | (n >> i & 1);
    }
    return r;
}

static int power_of_two(unsigned n) { return n && !(n & n - 1); }

int main(void)
{
    printf("%08x\n", reverse(0x12345678));
    printf("%d %d %d\n", power_of_two(64), power_of_two(65), power_of_two(0));
    int a = 5, b = 9;
    a ^= b;
    b ^= a;
    a ^= b;
    printf("%d %d\n", a, b);
    unsigned flags = 0;
    flags |= 1u << 3;
    flags |= 1u << 0;
    flags &= ~(1u << 0);
    flags ^= 0x18;
    printf("%x\n", flags);
    printf("%d %d\n", -6 & 0xff, -6 | 1);
    printf("%d\n", ~0);
    printf("%u\n", ~0u >> 1);
    printf("%d\n", 6 & -6);
    printf("%x\n", (0xABCD & 0xff) << 8 | 0xABCD >> 8);
    printf("%d\n", !!(flags & 0x10) == 1);
    return 0;
}
