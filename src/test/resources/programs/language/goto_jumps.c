// shows: goto forwards, backwards and out of nested loops

#include <stdio.h>

static int search(int wanted)
{
    int i, j;
    for (i = 0; i < 10; i++) {
        for (j = 0; j < 10; j++) {
            if (i * j == wanted) {
                goto found;
            }
        }
    }
    return -1;
found:
    return i * 10 + j;
}

int main(void)
{
    int n = 0;
again:
    printf("%d ", n);
    if (++n < 4) {
        goto again;
    }
    putchar('\n');
    printf("%d %d\n", search(42), search(97));
    goto into;
    while (n < 8) {
        printf("top ");
    into:
        printf("%d ", n);
        n++;
    }
    putchar('\n');
    {
        goto end;
        puts("skipped");
    }
end:;
    int after = 5;
    printf("%d\n", after);
    goto last;
last:
    return n;
}
