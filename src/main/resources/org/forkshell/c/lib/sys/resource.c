#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/times.h>

static void __from_ticks(struct timeval *time, long ticks) {
    time->tv_sec = ticks / 100;
    time->tv_usec = ticks % 100 * 10000;
}

int getrusage(int who, struct rusage *result) {
    long ticks[5];
    int first = who == RUSAGE_CHILDREN ? 2 : 0;
    if (who != RUSAGE_SELF && who != RUSAGE_CHILDREN) {
        errno = EINVAL;
        return -1;
    }
    if (__times(ticks) < 0)
        return -1;
    memset(result, 0, sizeof *result);
    __from_ticks(&result->ru_utime, ticks[first]);
    __from_ticks(&result->ru_stime, ticks[first + 1]);
    return 0;
}
