// shows: errno too is copied and then each process's own

#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    close(-1);
    if (fork() == 0) {
        printf("%d\n", errno == EBADF);
        errno = ENOENT;
        return 0;
    }
    wait(NULL);
    printf("%d\n", errno == EBADF);
    return 0;
}
