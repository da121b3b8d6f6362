/* What fork does beside making a process, once there are threads or handlers. */
#ifndef _BITS_AT_FORK_H
#define _BITS_AT_FORK_H
#include <sys/types.h>
/* Null as long as there is nothing to do. */
extern void (*__before_fork)(void);
extern void (*__after_fork)(pid_t pid);
__system pid_t __fork(void);
#endif
