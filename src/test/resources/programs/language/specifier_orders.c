// shows: the words of a type may stand in many orders

#include <stdio.h>

int main(void)
{
    long unsigned int a = 1;
    int long long unsigned b = 2;
    short int unsigned c = 65535;
    int const static d = 4;
    signed e = -5;
    long f = -6;
    char signed g = -7;
    unsigned volatile h = 8u;
    const char *const i = "nine";
    printf("%lu %llu %hu %d %d %ld %d %u %s\n", a, b, c, d, e, f, g, h, i);
    c++;
    printf("%d\n", c);
    return 0;
}
