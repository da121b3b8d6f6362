// shows: the comma operator evaluates left to right and yields its right side

#include <stdio.h>

int main(void)
{
    int a = (1, 2, 3);
    int b;
    b = 1, 2, 3;
    printf("%d %d\n", a, b);
    int i, j;
    for (i = 0, j = 10; i < j; i += 2, j--) {
        printf("%d-%d ", i, j);
    }
    printf("\n%d %d\n", i, j);
    int x = (i++, j++, i * j);
    printf("%d\n", x);
    if (x = 5, x == 5) {
        puts("five");
    }
    printf("%d\n", (puts("first"), puts("second"), 3));
    return (x++, x);
}
