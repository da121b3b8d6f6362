// shows: a value stored in a narrower type keeps its low bits

#include <stdio.h>

int main(void)
{
    int i = 0x12345678;
    char c = i;
    short s = i;
    unsigned char uc = -1;
    signed char sc = 200;
    unsigned short us = 70000;
    long long ll = 0x1122334455667788LL;
    int low = ll;
    printf("%x %x\n", c, s);
    printf("%d %d %d\n", uc, sc, us);
    printf("%x\n", low);
    printf("%d\n", (char) 300);
    printf("%d\n", (short) 40000);
    printf("%u\n", (unsigned) -5);
    printf("%lu\n", (unsigned long) -5);
    printf("%ld\n", (long) (unsigned) -5);
    printf("%d\n", (int) 4294967295u);
    char sum = 100;
    sum += 100;
    printf("%d\n", sum);
    int chained = sc = 511;
    printf("%d %d\n", chained, sc);
    return 0;
}
