#ifndef _BITS_FUTEX_H
#define _BITS_FUTEX_H
#include <bits/time.h>
__system int __sleep_while(int *word, int value, const struct timespec *until, int clock);
__system int __wake(int *word, int count);
#endif
