/*
 * Condition variables. Who waits takes a number; signals say how many of those may go on, so that each lets one go
 * and no more.
 */
#include <bits/conditions.h>
#include <bits/futex.h>
#include <bits/threads.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

struct __wait {
    pthread_cond_t *condition;
    pthread_mutex_t *mutex;
    unsigned broadcasts;
};

/* One that waited does so no more, and must have its mutex again before its cleanup handlers run. */
static void __abandon(void *waiting) {
    struct __wait *wait = waiting;
    pthread_cond_t *condition = wait->condition;
    __lock_word(&condition->__data.lock);
    if (wait->broadcasts == condition->__data.broadcasts) {
        /* A signal that was perhaps meant for it is another's. */
        condition->__data.total--;
        if (condition->__data.woken > condition->__data.total)
            condition->__data.woken = condition->__data.total;
    }
    __unlock_word(&condition->__data.lock);
    pthread_mutex_lock(wait->mutex);
}

static int __wait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until) {
    struct __wait wait = {condition, mutex};
    struct __cleanup cleanup;
    unsigned long long first;
    int error = errno, result = 0, unlocked;
    if (until && (until->tv_nsec < 0 || until->tv_nsec >= 1000000000))
        return EINVAL;
    __lock_word(&condition->__data.lock);
    unlocked = pthread_mutex_unlock(mutex);
    if (unlocked) {
        __unlock_word(&condition->__data.lock);
        return unlocked;
    }
    condition->__data.total++;
    condition->__data.futex++;
    first = condition->__data.woken;
    wait.broadcasts = condition->__data.broadcasts;
    for (;;) {
        unsigned seen = condition->__data.futex;
        __unlock_word(&condition->__data.lock);
        __cleanup_push(&cleanup, __abandon, &wait);
        if (__sleep_while((int *)&condition->__data.futex, seen, until, clock) < 0 && errno == ETIMEDOUT)
            result = ETIMEDOUT;
        __cleanup_pop(&cleanup, 0);
        __lock_word(&condition->__data.lock);
        if (wait.broadcasts != condition->__data.broadcasts) {
            result = 0;
            break;
        }
        if (condition->__data.woken != first && condition->__data.gone != condition->__data.woken) {
            condition->__data.gone++;
            result = 0;
            break;
        }
        if (result == ETIMEDOUT) {
            condition->__data.total--;
            break;
        }
    }
    __unlock_word(&condition->__data.lock);
    if (!result)
        __ordered_after(condition);
    errno = error;
    unlocked = pthread_mutex_lock(mutex);
    return unlocked ? unlocked : result;
}

int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex) {
    return __wait(condition, mutex, CLOCK_REALTIME, NULL);
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
    return __wait(condition, mutex, condition->__data.clock, until);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    return __wait(condition, mutex, clock, until);
}

int pthread_cond_signal(pthread_cond_t *condition) {
    int error = errno;
    __ordered_before(condition);
    __lock_word(&condition->__data.lock);
    if (condition->__data.total > condition->__data.woken) {
        condition->__data.woken++;
        condition->__data.futex++;
        __wake((int *)&condition->__data.futex, 1);
    }
    __unlock_word(&condition->__data.lock);
    errno = error;
    return 0;
}

int pthread_cond_broadcast(pthread_cond_t *condition) {
    int error = errno;
    __ordered_before(condition);
    __lock_word(&condition->__data.lock);
    if (condition->__data.total > condition->__data.woken) {
        condition->__data.woken = condition->__data.gone = condition->__data.total;
        condition->__data.broadcasts++;
        condition->__data.futex++;
        __wake((int *)&condition->__data.futex, 0x7fffffff);
    }
    __unlock_word(&condition->__data.lock);
    errno = error;
    return 0;
}

int pthread_cond_init(pthread_cond_t *condition, const pthread_condattr_t *attributes) {
    memset(condition, 0, sizeof *condition);
    if (attributes)
        condition->__data.clock = attributes->__align >> 1;
    return 0;
}

int pthread_cond_destroy(pthread_cond_t *condition) {
    return 0;
}

int pthread_condattr_init(pthread_condattr_t *attributes) {
    attributes->__align = 0;
    return 0;
}

int pthread_condattr_destroy(pthread_condattr_t *attributes) {
    return 0;
}

int pthread_condattr_getclock(const pthread_condattr_t *attributes, clockid_t *clock) {
    *clock = attributes->__align >> 1;
    return 0;
}

int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    attributes->__align = attributes->__align & 1 | clock << 1;
    return 0;
}

int pthread_condattr_getpshared(const pthread_condattr_t *attributes, int *shared) {
    *shared = attributes->__align & 1;
    return 0;
}

int pthread_condattr_setpshared(pthread_condattr_t *attributes, int shared) {
    if (shared != 0 && shared != 1)
        return EINVAL;
    attributes->__align = attributes->__align & ~1 | shared;
    return 0;
}
