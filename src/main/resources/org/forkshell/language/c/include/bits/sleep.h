#ifndef _BITS_SLEEP_H
#define _BITS_SLEEP_H
__system int __nanosleep(long seconds, long nanoseconds, long left[2]);
#endif
