// shows: poll and select tell which of two pipes has bytes, and give up after a while

#include <poll.h>
#include <stdio.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int a[2], b[2];
    char byte;

    pipe(a);
    pipe(b);
    struct pollfd polled[2] = {{a[0], POLLIN}, {b[0], POLLIN}};
    printf("%d\n", poll(polled, 2, 10));
    if (fork() == 0) {
        usleep(50000);
        write(b[1], "x", 1);
        _exit(0);
    }
    printf("%d ", poll(polled, 2, -1));
    printf("%d %d\n", polled[0].revents, polled[1].revents);
    fd_set set;
    FD_ZERO(&set);
    FD_SET(a[0], &set);
    FD_SET(b[0], &set);
    printf("%d ", select(b[0] + 1, &set, NULL, NULL, NULL));
    printf("%d %d\n", FD_ISSET(a[0], &set) != 0, FD_ISSET(b[0], &set) != 0);
    read(b[0], &byte, 1);
    struct timeval little = {0, 10000};
    FD_SET(a[0], &set);
    printf("%d ", select(b[0] + 1, &set, NULL, NULL, &little));
    printf("%d %ld\n", FD_ISSET(b[0], &set) != 0, (long)little.tv_sec);
    wait(NULL);
    return 0;
}
