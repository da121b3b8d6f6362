/* Barriers, where threads wait for each other, and locks for which they wait at work. */
#include <bits/barriers.h>
#include <bits/futex.h>
#include <bits/futexes.h>
#include <bits/threads.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <string.h>

int pthread_barrier_init(pthread_barrier_t *barrier, const pthread_barrierattr_t *attributes, unsigned count) {
    if (count == 0 || count > 0x7fffffff)
        return EINVAL;
    memset(barrier, 0, sizeof *barrier);
    barrier->__data.count = count;
    return 0;
}

/* The last ones of a phase may still be on their way out. */
int pthread_barrier_destroy(pthread_barrier_t *barrier) {
    while (*(volatile unsigned *)&barrier->__data.leaving)
        sched_yield();
    return 0;
}

/* What orders the threads of a phase: those of the next may have come before the last of this one has left. */
#define _PHASE(barrier, phase) ((char *)(barrier) + (phase) % 2)

int pthread_barrier_wait(pthread_barrier_t *barrier) {
    int error = errno;
    unsigned phase;
    __lock_word(&barrier->__data.lock);
    phase = barrier->__data.phase;
    __ordered_before(_PHASE(barrier, phase));
    if (++barrier->__data.arrived == barrier->__data.count) {
        barrier->__data.leaving = barrier->__data.arrived - 1;
        barrier->__data.arrived = 0;
        barrier->__data.phase++;
        __wake((int *)&barrier->__data.phase, 0x7fffffff);
        __unlock_word(&barrier->__data.lock);
        __ordered_after(_PHASE(barrier, phase));
        errno = error;
        return PTHREAD_BARRIER_SERIAL_THREAD;
    }
    __unlock_word(&barrier->__data.lock);
    while (*(volatile unsigned *)&barrier->__data.phase == phase)
        __futex((int *)&barrier->__data.phase, _FUTEX_WAIT, phase, NULL, NULL, 0);
    errno = error;
    __ordered_after(_PHASE(barrier, phase));
    __add_to((int *)&barrier->__data.leaving, -1);
    return 0;
}

int pthread_barrierattr_init(pthread_barrierattr_t *attributes) {
    attributes->__align = 0;
    return 0;
}

int pthread_barrierattr_destroy(pthread_barrierattr_t *attributes) {
    return 0;
}

int pthread_barrierattr_getpshared(const pthread_barrierattr_t *attributes, int *shared) {
    *shared = attributes->__align;
    return 0;
}

int pthread_barrierattr_setpshared(pthread_barrierattr_t *attributes, int shared) {
    if (shared != 0 && shared != 1)
        return EINVAL;
    attributes->__align = shared;
    return 0;
}

int pthread_spin_init(pthread_spinlock_t *lock, int shared) {
    *lock = 0;
    return 0;
}

int pthread_spin_destroy(pthread_spinlock_t *lock) {
    return 0;
}

int pthread_spin_lock(pthread_spinlock_t *lock) {
    int tries = 0;
    while (*lock || __swap_if((void *)lock, 0, 1, sizeof *lock) != 0) {
        if (++tries % 100 == 0)
            sched_yield();
    }
    __ordered_after((void *)lock);
    return 0;
}

int pthread_spin_trylock(pthread_spinlock_t *lock) {
    if (__swap_if((void *)lock, 0, 1, sizeof *lock) != 0)
        return EBUSY;
    __ordered_after((void *)lock);
    return 0;
}

int pthread_spin_unlock(pthread_spinlock_t *lock) {
    __ordered_before((void *)lock);
    __swap_if((void *)lock, 1, 0, sizeof *lock);
    return 0;
}
