#ifndef _SYS_RANDOM_H
#define _SYS_RANDOM_H
#include <bits/entropy.h>
#include <sys/types.h>
#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
__system ssize_t getrandom(void *bytes, size_t count, unsigned flags);
#endif
