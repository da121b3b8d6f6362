// shows: the same when stdin is line-buffered, as it is on a terminal; but only when it has to read anew
// stdin: a\nb\n

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    setvbuf(stdin, NULL, _IOLBF, 0);
    printf("first? ");
    int a = getchar();
    getchar();
    printf("second? ");
    int b = getchar();
    fprintf(stderr, "%c%c\n", a, b);
    _exit(0);
}
