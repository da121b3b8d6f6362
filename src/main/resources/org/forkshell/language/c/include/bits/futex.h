#ifndef _BITS_FUTEX_H
#define _BITS_FUTEX_H
#include <bits/time.h>
/* With a clock: the word is a thread's id, and whoever looks on is told of whose end is waited for. */
#define _JOINS 256
__system int __sleep_while(int *word, int value, const struct timespec *until, int clock);
__system int __wake(int *word, int count);
#endif
