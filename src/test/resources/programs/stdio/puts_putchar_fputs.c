// shows: puts adds a newline, fputs does not, and what they return

#include <stdio.h>

int main(void)
{
    int n = puts("puts");
    printf("%d\n", n >= 0);
    fputs("fputs", stdout);
    putchar('\n');
    n = putchar('A' + 256);
    printf(" %d %c\n", n, n);
    n = fputc('b', stdout);
    putc('c', stdout);
    printf(" %d\n", n);
    n = fputs("", stdout);
    printf("%d\n", n >= 0);
    n = putchar(-1);
    printf(" %d\n", n);
    puts("");
    fprintf(stdout, "%s\n", "done");
    return 0;
}
