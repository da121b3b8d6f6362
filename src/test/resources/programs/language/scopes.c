// shows: inner declarations hide outer ones until their block ends

#include <stdio.h>

int x = 1;

static int read_global(void) { return x; }

static void parameter(int x)
{
    printf("%d", x);
    {
        int x = 40;
        x++;
        printf(" %d", x);
    }
    printf(" %d\n", x);
}

struct x {
    int x;
};

int main(void)
{
    printf("%d\n", x);
    int x = 2;
    printf("%d %d\n", x, read_global());
    for (int x = 10; x < 12; x++) {
        int y = x;
        printf("%d ", y);
    }
    printf("%d\n", x);
    {
        int x = 5;
        {
            extern int x;
            x = 100;
        }
        printf("%d\n", x);
    }
    printf("%d\n", read_global());
    parameter(30);
    if (x) {
        int x = 7, y = x * 2;
        printf("%d\n", y);
    }
    struct x s = {3};
    printf("%d\n", s.x + x);
    int printf_count = 0, main = 6;
    printf("%d %d\n", printf_count, main);
    goto x;
x:
    return 0;
}
