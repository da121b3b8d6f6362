// shows: a failing call sets errno, a good one leaves it alone

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    errno = 0;
    printf("%d", wait(NULL));
    printf(" %s\n", strerror(errno));
    printf("%d", close(77));
    printf(" %d %d\n", errno, EBADF);
    getpid();
    printf("%d\n", errno == EBADF);
    printf("%d", kill(getpid(), 999));
    printf(" %s\n", strerror(errno));
    char c;
    printf("%zd", read(-1, &c, 1));
    printf(" %s\n", strerror(errno));
    printf("%d", open("/", O_WRONLY));
    printf(" %s\n", strerror(errno));
    printf("%d", kill(getpid(), 0));
    printf(" %s\n", strerror(errno));
    printf("%zd", write(1, NULL, 0));
    printf("\n");
    return 0;
}
