// shows: ungetc puts a character back, also one that was never there, and clears the end
// stdin: 123+45

#include <stdio.h>

static int number(void)
{
    int c, n = 0;
    while ((c = getc(stdin)) >= '0' && c <= '9') {
        n = n * 10 + c - '0';
    }
    if (c != EOF)
        ungetc(c, stdin);
    return n;
}

int main(void)
{
    printf("%d\n", number());
    printf("%c\n", fgetc(stdin));
    printf("%d\n", number());
    printf("%d %d\n", getchar(), feof(stdin) != 0);
    printf("%d\n", ungetc('!', stdin));
    printf("%d\n", feof(stdin) != 0);
    printf("%c\n", getchar());
    printf("%d\n", ungetc(EOF, stdin));
    printf("%d\n", getchar());
    return 0;
}
