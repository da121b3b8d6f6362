// shows: flock belongs to the open file, which parent and child share

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char name[] = "/tmp/flockXXXXXX";
    int fd = mkstemp(name);

    printf("%d\n", flock(fd, LOCK_EX));
    fflush(stdout);
    if (fork() == 0) {
        int own = open(name, O_RDWR);
        printf("%d\n", flock(fd, LOCK_EX | LOCK_NB));
        printf("%d\n", flock(own, LOCK_EX | LOCK_NB) == -1 && errno == EWOULDBLOCK);
        flock(fd, LOCK_UN);
        printf("%d\n", flock(own, LOCK_EX));
        return 0;
    }
    wait(NULL);
    printf("%d %d\n", flock(fd, LOCK_SH), unlink(name));
    return 0;
}
