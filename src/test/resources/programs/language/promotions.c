// shows: small operands become int before anything is computed

#include <stdio.h>

int main(void)
{
    unsigned char a = 200, b = 100;
    printf("%d\n", a + b);
    printf("%d\n", a - 2 * b - 50);
    printf("%d\n", ~a);
    printf("%d\n", (unsigned char) ~a);
    printf("%d\n", a << 4);
    printf("%d\n", -a);
    unsigned short s = 65535;
    printf("%d\n", s + 1);
    printf("%d\n", -s < 0);
    signed char m = -128;
    printf("%d\n", -m);
    m = -m;
    printf("%d\n", m);
    printf("%zu %zu %zu\n", sizeof(a + b), sizeof(+a), sizeof(a++));
    printf("%d\n", a);
    printf("%d\n", a >> 1 << 1 == a);
    return 0;
}
