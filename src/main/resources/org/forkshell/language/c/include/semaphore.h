#ifndef _SEMAPHORE_H
#define _SEMAPHORE_H
#include <bits/time.h>
#include <fcntl.h>
#include <sys/types.h>
#define SEM_FAILED ((sem_t *)0)
#include <bits/thread_limits.h>
typedef union { char __size[32]; long __align; } sem_t;
int sem_init(sem_t *semaphore, int shared, unsigned value);
int sem_destroy(sem_t *semaphore);
sem_t *sem_open(const char *name, int flags, ...);
int sem_close(sem_t *semaphore);
int sem_unlink(const char *name);
int sem_wait(sem_t *semaphore);
int sem_trywait(sem_t *semaphore);
int sem_timedwait(sem_t *semaphore, const struct timespec *until);
int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *until);
int sem_post(sem_t *semaphore);
int sem_getvalue(sem_t *semaphore, int *value);
#endif
