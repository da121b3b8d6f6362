// shows: sleep, usleep and nanosleep return 0 after at least the time asked for

#include <errno.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

int main(void)
{
    double start = now();
    printf("%d\n", usleep(20000));
    printf("%d\n", now() - start >= 0.02);
    start = now();
    struct timespec wish = {0, 30 * 1000 * 1000};
    printf("%d\n", nanosleep(&wish, NULL));
    printf("%d\n", now() - start >= 0.03);
    start = now();
    printf("%u\n", sleep(1));
    printf("%d\n", now() - start >= 1);
    printf("%u\n", sleep(0));
    wish.tv_nsec = 2000000000;
    printf("%d", nanosleep(&wish, NULL));
    printf(" %d\n", errno == EINVAL);
    return 0;
}
