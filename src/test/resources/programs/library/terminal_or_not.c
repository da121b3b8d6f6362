// shows: isatty tells where stdout leads

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("%d\n", isatty(STDOUT_FILENO));
    errno = 0;
    printf("%d", isatty(STDIN_FILENO));
    printf(" %d\n", errno == ENOTTY);
    printf("%d", isatty(42));
    printf(" %d\n", errno == EBADF);
    printf("%d %d %d\n", fileno(stdin), fileno(stdout), fileno(stderr));
    return 0;
}
