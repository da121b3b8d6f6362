// shows: which operators bind tighter

#include <stdio.h>

int main(void)
{
    int a = 2, b = 3, c = 4;
    printf("%d\n", a + b * c);
    printf("%d\n", (a + b) * c);
    printf("%d\n", a << 1 + 1);
    printf("%d\n", a & b == 3);
    printf("%d\n", (a & b) == 2);
    printf("%d\n", a | b ^ c & 6);
    printf("%d\n", 1 || 0 && 0);
    printf("%d\n", !a == 0);
    printf("%d\n", -a * -b);
    printf("%d\n", a - b - c);
    printf("%d\n", a - (b - c));
    printf("%d\n", 100 / 10 / 2);
    printf("%d\n", 100 / 10 * 2);
    printf("%d\n", 7 % 4 * 2);
    printf("%d\n", a < b < c);
    printf("%d\n", c > b > a);
    printf("%d\n", a == 2 != 0);
    printf("%d\n", ~a & 0xf);
    printf("%d\n", a ? b : c ? 5 : 6);
    printf("%d\n", sizeof(char) + 1 > 1);
    int x = 5;
    x = x + 1 == 6;
    printf("%d\n", x);
    int y = a = b = 7;
    printf("%d %d %d\n", y, a, b);
    printf("%d\n", 1 + 2 << 3 - 1);
    printf("%d\n", 5 & 6 | 8 && 0);
    return 0;
}
