// shows: an unbuffered stdin reads one byte at a time and leaves the rest
// stdin: abcdef

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char rest[10];
    setvbuf(stdin, NULL, _IONBF, 0);
    int c = getchar();
    ssize_t n = read(0, rest, 3);
    printf("%c %zd %.3s %c\n", c, n, rest, getchar());
    return 0;
}
