// shows: every compound assignment, and that an assignment has a value

#include <stdio.h>

int main(void)
{
    int x = 10;
    printf("%d ", x += 5);
    printf("%d ", x -= 3);
    printf("%d ", x *= 2);
    printf("%d ", x /= 5);
    printf("%d ", x %= 3);
    printf("%d ", x = 0x3c);
    printf("%d ", x &= 0x0f);
    printf("%d ", x |= 0x21);
    printf("%d ", x ^= 0xff);
    printf("%d ", x <<= 3);
    printf("%d\n", x >>= 5);
    int a, b, c;
    a = b = c = 4;
    a += b -= c *= 2;
    printf("%d %d %d\n", a, b, c);
    int n;
    x = 8;
    while ((n = x--) > 4) {
        printf("%d ", n);
    }
    printf("| %d %d\n", n, x);
    int array[3] = {1, 2, 3}, i = 0;
    array[i++] += 10;
    printf("%d %d %d\n", array[0], array[1], i);
    x = 7;
    x *= 2 + 3;
    printf("%d\n", x);
    double d = 1;
    d /= 3;
    d *= 3;
    printf("%g\n", d);
    unsigned char u = 255;
    u -= 1.5;
    printf("%d\n", u);
    return 0;
}
