// shows: the three loops with break and continue in every place

#include <stdio.h>

int main(void)
{
    int i, n = 0;
    for (i = 0; i < 10; i++) {
        if (i == 3) {
            continue;
        }
        if (i == 6) {
            break;
        }
        printf("%d ", i);
    }
    printf("| %d\n", i);
    i = 0;
    do {
        if (i == 2) {
            continue;
        }
        printf("%d ", i);
    } while (++i < 5);
    printf("| %d\n", i);
    do
        n++;
    while (0);
    printf("%d\n", n);
    while (n < 100) {
        n *= 2;
        if (n > 50)
            break;
    }
    printf("%d\n", n);
    for (int a = 0; a < 3; a++)
        for (int b = 0;; b++) {
            if (b > a)
                break;
            if (b == 1)
                continue;
            printf("%d%d ", a, b);
        }
    putchar('\n');
    for (;;) {
        if (--n < 60)
            goto out;
    }
out:
    printf("%d\n", n);
    for (i = 5; i-- > 0;)
        ;
    printf("%d\n", i);
    int k = 3;
    while (k --> 0)
        printf("%d ", k);
    putchar('\n');
    for (char c = 'x'; c <= 'z'; c++)
        putchar(c);
    for (double d = 0; d < 1; d += 0.25)
        printf(" %g", d);
    putchar('\n');
    return 0;
}
