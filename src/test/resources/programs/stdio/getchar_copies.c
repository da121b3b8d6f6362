// shows: the loop that copies standard input to standard output, and counts
// stdin: first line\nsecond\n\nno newline here

#include <stdio.h>

int main(void)
{
    int c, lines = 0, bytes = 0;
    while ((c = getchar()) != EOF) {
        putchar(c);
        bytes++;
        if (c == '\n')
            lines++;
    }
    printf("\n%d bytes, %d lines, %d, %d\n", bytes, lines, feof(stdin) != 0, ferror(stdin));
    printf("%d\n", getchar() == EOF);
    return 0;
}
