/* Locks that several may have for reading, or one for writing. Readers go before writers, unless its kind says otherwise. */
#include <bits/futex.h>
#include <bits/futexes.h>
#include <bits/rwlocks.h>
#include <bits/threads.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

static int __may_read(pthread_rwlock_t *lock) {
    if (lock->__data.writer)
        return 0;
    return lock->__data.kind != PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP || !lock->__data.waiting_writers;
}

static int __may_write(pthread_rwlock_t *lock) {
    return !lock->__data.writer && !lock->__data.readers;
}

/* Writes down that a thread reads, or does so no more: for who looks on from outside. */
static void __note(pthread_rwlock_t *lock, int before, int after) {
    int i;
    for (i = 0; i < _HOLDERS; i++) {
        if (lock->__data.holders[i] == before) {
            lock->__data.holders[i] = after;
            return;
        }
    }
}

/* What orders writers with all, and readers with writers but not with each other. */
#define _WRITTEN(lock) (&(lock)->__data.writer)
#define _READ(lock) (&(lock)->__data.readers)

static int __take(pthread_rwlock_t *lock, int writes, int waits, clockid_t clock, const struct timespec *until) {
    int error = errno, result = 0, tid = __own_tid();
    int *waiting = writes ? &lock->__data.waiting_writers : &lock->__data.waiting_readers;
    __lock_word(&lock->__data.lock);
    if (until && (until->tv_nsec < 0 || until->tv_nsec >= 1000000000))
        result = EINVAL;
    else if (waits && lock->__data.writer == tid)
        result = EDEADLK;
    while (!result && !(writes ? __may_write(lock) : __may_read(lock))) {
        int seen = lock->__data.futex;
        long slept;
        if (!waits) {
            result = EBUSY;
            break;
        }
        /* futex(2) refuses a moment before the clock's first. */
        if (until && until->tv_sec < 0) {
            result = ETIMEDOUT;
            break;
        }
        ++*waiting;
        __unlock_word(&lock->__data.lock);
        slept = __futex(&lock->__data.futex, _FUTEX_WAIT_UNTIL | (clock == CLOCK_REALTIME ? _FUTEX_REALTIME : 0), seen, until, NULL, -1);
        if (slept < 0 && errno == ETIMEDOUT)
            result = ETIMEDOUT;
        __lock_word(&lock->__data.lock);
        --*waiting;
    }
    if (result == ETIMEDOUT && (writes ? __may_write(lock) : __may_read(lock)))
        result = 0;
    if (!result) {
        if (writes) {
            lock->__data.writer = tid;
        } else {
            lock->__data.readers++;
            __note(lock, 0, tid);
        }
        __ordered_after(_WRITTEN(lock));
        if (writes)
            __ordered_after(_READ(lock));
    }
    __unlock_word(&lock->__data.lock);
    errno = error;
    return result;
}

int pthread_rwlock_rdlock(pthread_rwlock_t *lock) {
    return __take(lock, 0, 1, CLOCK_REALTIME, NULL);
}

int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock) {
    return __take(lock, 0, 0, CLOCK_REALTIME, NULL);
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t *lock, const struct timespec *until) {
    return __take(lock, 0, 1, CLOCK_REALTIME, until);
}

int pthread_rwlock_clockrdlock(pthread_rwlock_t *lock, clockid_t clock, const struct timespec *until) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    return __take(lock, 0, 1, clock, until);
}

int pthread_rwlock_wrlock(pthread_rwlock_t *lock) {
    return __take(lock, 1, 1, CLOCK_REALTIME, NULL);
}

int pthread_rwlock_trywrlock(pthread_rwlock_t *lock) {
    return __take(lock, 1, 0, CLOCK_REALTIME, NULL);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t *lock, const struct timespec *until) {
    return __take(lock, 1, 1, CLOCK_REALTIME, until);
}

int pthread_rwlock_clockwrlock(pthread_rwlock_t *lock, clockid_t clock, const struct timespec *until) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    return __take(lock, 1, 1, clock, until);
}

int pthread_rwlock_unlock(pthread_rwlock_t *lock) {
    int error = errno, free;
    __lock_word(&lock->__data.lock);
    if (lock->__data.writer) {
        __ordered_before(_WRITTEN(lock));
        lock->__data.writer = 0;
    } else if (lock->__data.readers > 0) {
        __ordered_before(_READ(lock));
        lock->__data.readers--;
        __note(lock, __own_tid(), 0);
    }
    free = lock->__data.readers == 0 && (lock->__data.waiting_readers || lock->__data.waiting_writers);
    if (free) {
        lock->__data.futex++;
        __wake(&lock->__data.futex, 0x7fffffff);
    }
    __unlock_word(&lock->__data.lock);
    errno = error;
    return 0;
}

int pthread_rwlock_init(pthread_rwlock_t *lock, const pthread_rwlockattr_t *attributes) {
    memset(lock, 0, sizeof *lock);
    if (attributes) {
        lock->__data.kind = attributes->__align & 3;
        lock->__data.shared = attributes->__align >> 2 & 1;
    }
    return 0;
}

int pthread_rwlock_destroy(pthread_rwlock_t *lock) {
    return 0;
}

int pthread_rwlockattr_init(pthread_rwlockattr_t *attributes) {
    attributes->__align = 0;
    return 0;
}

int pthread_rwlockattr_destroy(pthread_rwlockattr_t *attributes) {
    return 0;
}

int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *attributes, int *shared) {
    *shared = attributes->__align >> 2 & 1;
    return 0;
}

int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *attributes, int shared) {
    if (shared != 0 && shared != 1)
        return EINVAL;
    attributes->__align = attributes->__align & ~4 | shared << 2;
    return 0;
}

int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *attributes, int *kind) {
    *kind = attributes->__align & 3;
    return 0;
}

int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attributes, int kind) {
    if (kind < 0 || kind > 2)
        return EINVAL;
    attributes->__align = attributes->__align & ~3 | kind;
    return 0;
}
