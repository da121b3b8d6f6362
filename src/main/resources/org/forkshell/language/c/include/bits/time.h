#ifndef _BITS_TIME_H
#define _BITS_TIME_H
#include <sys/types.h>
struct timespec { time_t tv_sec; long tv_nsec; };
struct itimerspec { struct timespec it_interval; struct timespec it_value; };
struct timeval { time_t tv_sec; suseconds_t tv_usec; };
__system long __clock(int clock, long result[2]);
#endif
