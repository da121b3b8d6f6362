// shows: a lock on part of a file keeps others out until it is released or its owner ends

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char name[] = "/tmp/lockXXXXXX", byte;
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 10};
    int fd = mkstemp(name), ready[2];
    pid_t parent = getpid();

    unlink(name);
    pipe(ready);
    printf("%d\n", fcntl(fd, F_SETLK, &lock));
    fflush(stdout);
    if (fork() == 0) {
        struct flock other = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 5, .l_len = 1};
        printf("%d\n", fcntl(fd, F_SETLK, &other) == -1 && (errno == EAGAIN || errno == EACCES));
        fcntl(fd, F_GETLK, &other);
        printf("%d %d\n", other.l_type == F_WRLCK, other.l_pid == parent);
        other.l_start = 20;
        other.l_type = F_WRLCK;
        printf("%d\n", fcntl(fd, F_SETLK, &other));
        fflush(stdout);
        write(ready[1], "", 1);
        other.l_start = 5;
        printf("%d\n", fcntl(fd, F_SETLKW, &other));
        return 0;
    }
    read(ready[0], &byte, 1);
    lock.l_type = F_UNLCK;
    fcntl(fd, F_SETLK, &lock);
    wait(NULL);
    lseek(fd, 0, SEEK_SET);
    printf("%d %d\n", lockf(fd, F_TEST, 0), lockf(fd, F_TLOCK, 0));
    return 0;
}
