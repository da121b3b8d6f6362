// shows: wait waits as long as the child sleeps

#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    if (fork() == 0) {
        sleep(1);
        printf("child slept\n");
        return 0;
    }
    wait(NULL);
    clock_gettime(CLOCK_MONOTONIC, &b);
    double waited = b.tv_sec - a.tv_sec + (b.tv_nsec - a.tv_nsec) / 1e9;
    printf("parent waited %s second\n", waited >= 1 ? "at least a" : "less than a");
    return 0;
}
