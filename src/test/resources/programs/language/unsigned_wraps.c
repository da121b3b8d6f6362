// shows: unsigned arithmetic wraps modulo 2 to the width

#include <stdio.h>

int main(void)
{
    unsigned int u = 0;
    u--;
    printf("%u\n", u);
    u += 2;
    printf("%u\n", u);
    unsigned char c = 250;
    c += 10;
    printf("%d\n", c);
    unsigned short s = 65535;
    s++;
    printf("%d\n", s);
    unsigned long l = 0;
    l = l - 1;
    printf("%lu\n", l);
    unsigned int big = 3000000000u;
    printf("%u %u\n", big + big, big * 3);
    printf("%u\n", 5u - 6u);
    printf("%d\n", 5u - 6u > 0);
    unsigned long long product = 0xFFFFFFFFFFFFFFFFull;
    printf("%llu\n", product * product);
    return 0;
}
