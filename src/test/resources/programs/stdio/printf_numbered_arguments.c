// shows: arguments chosen by number, and %m for the error of the moment (extensions of POSIX and glibc)

#include <errno.h>
#include <stdio.h>

int main(void)
{
    printf("%2$s %1$s\n", "world", "hello");
    printf("%1$d %1$x %1$o\n", 64);
    printf("%3$*1$d|%2$.*1$f\n", 5, 2.5, 42);
    errno = ENOENT;
    printf("%m\n");
    errno = 0;
    printf("[%m]\n");
    return 0;
}
