// shows: an else belongs to the nearest if; what counts as true

#include <stdio.h>

static void test(int a, int b)
{
    printf("%d %d: ", a, b);
    if (a)
        if (b)
            printf("both");
        else
            printf("only a");
    if (!a) {
        if (b)
            printf("only b");
    } else
        printf(" (a)");
    putchar('\n');
}

int main(void)
{
    test(0, 0);
    test(0, 1);
    test(1, 0);
    test(1, 1);
    if (-1)
        puts("-1 is true");
    if (0.1)
        puts("0.1 is true");
    if ("")
        puts("an address is true");
    if (!NULL)
        puts("NULL is false");
    if ('\0')
        puts("never");
    else if (' ')
        puts("a space is true");
    else
        puts("never");
    if (1);
    if (0) {
    } else {
        puts("empty then");
    }
    int x;
    if ((x = 3) && x > 2)
        printf("%d\n", x);
    return 0;
}
