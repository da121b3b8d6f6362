#include <sys/time.h>

int gettimeofday(struct timeval *result, void *zone) {
    long now[2];
    if (__clock(0, now) < 0)
        return -1;
    result->tv_sec = now[0];
    result->tv_usec = now[1] / 1000;
    return 0;
}
