#ifndef _SCHED_H
#define _SCHED_H
#include <sys/types.h>
__system int sched_yield(void);
#endif
