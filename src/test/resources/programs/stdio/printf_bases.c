// shows: octal and hexadecimal conversions

#include <stdio.h>

int main(void)
{
    printf("%x %X %o\n", 48879, 48879, 511);
    printf("%x %o\n", -1, -1);
    printf("%lx %lo\n", -1L, 1L << 62);
    printf("%08x %-8x| %8X\n", 0xbeef, 0xbeef, 0xbeef);
    printf("%.3x %.6x %.2o\n", 10, 10, 511);
    printf("0x%02x%02x%02x\n", 1, 171, 255);
    unsigned char bytes[] = {0, 127, 128, 255};
    for (int i = 0; i < 4; i++) {
        printf("%02x ", bytes[i]);
    }
    char c = -128;
    printf("%x %hhx\n", c, c);
    printf("%#llx\n", 0xfedcba9876543210ULL);
    return 0;
}
