#include <sys/times.h>

clock_t times(struct tms *result) {
    long ticks[5];
    if (__times(ticks) < 0)
        return -1;
    if (result) {
        result->tms_utime = ticks[0];
        result->tms_stime = ticks[1];
        result->tms_cutime = ticks[2];
        result->tms_cstime = ticks[3];
    }
    return ticks[4];
}
