// shows: a program that closes all descriptors there may be, as daemons do, goes on
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    struct stat s;
    int fd, open_ones = 0, status;
    for (fd = 3; fd < 1024; fd++)
        open_ones += fcntl(fd, F_GETFD) >= 0;
    printf("open above 2: %d\n", open_ones);
    for (fd = 3; fd < 1024; fd++)
        open_ones += fstat(fd, &s) == 0;
    printf("by fstat: %d\n", open_ones);
    for (fd = 3; fd < 1024; fd++) {
        if (close(fd) == 0 || errno != EBADF)
            printf("closed %d\n", fd);
    }
    fflush(stdout);
    if (fork() == 0)
        return 4;
    wait(&status);
    printf("status %d\n", WEXITSTATUS(status));
    printf("next is %d\n", open("/dev/null", O_RDONLY));
    return 0;
}
