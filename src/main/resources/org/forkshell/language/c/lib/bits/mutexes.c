/* Mutexes: a word that is 0 while nobody has it; who finds it taken sleeps on it, futex(2). */
#include <bits/futex.h>
#include <bits/futexes.h>
#include <bits/mutexes.h>
#include <bits/threads.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

/* kind: the type in the lowest bits, and flags. */
#define _TYPE 3
#define _ROBUST 16
#define _SHARED 128
/* The kind of one that was destroyed, with all flags. */
#define _DESTROYED -1
/* The lock word of a robust mutex is its owner's id, with these flags of the kernel. */
#define _HAS_WAITERS 0x80000000
#define _OWNER_DIED 0x40000000
#define _ID 0x3fffffff
/* owner of a robust mutex whose last owner died and that nobody repaired. */
#define _INCONSISTENT 0x7fffffff
#define _NOT_RECOVERABLE 0x7ffffffe
#define _TRIES 100

static int __sleep(int *word, int value, clockid_t clock, const struct timespec *until) {
    long result;
    /* futex(2) refuses a moment before the clock's first. */
    if (until && until->tv_sec < 0)
        return ETIMEDOUT;
    result = __futex(word, _FUTEX_WAIT_UNTIL | (clock == CLOCK_REALTIME ? _FUTEX_REALTIME : 0), value, until, NULL, -1);
    return result < 0 && errno == ETIMEDOUT ? ETIMEDOUT : 0;
}

static int __is_no_time(const struct timespec *until) {
    return until && (until->tv_nsec < 0 || until->tv_nsec >= 1000000000);
}

/* Takes it, or waits for it; -1 is not to wait at all. */
static int __take(int *word, int waits, clockid_t clock, const struct timespec *until) {
    int tries;
    for (tries = 0; tries < _TRIES; tries++) {
        if (*word == 0 && __sync_val_compare_and_swap(word, 0, 1) == 0)
            return 0;
        if (!waits)
            return EBUSY;
    }
    if (__is_no_time(until))
        return EINVAL;
    while (__sync_val_compare_and_swap(word, 0, 2) != 0) {
        if (*word == 2 || __sync_val_compare_and_swap(word, 1, 2) == 1) {
            if (__sleep(word, 2, clock, until) == ETIMEDOUT)
                return ETIMEDOUT;
        }
    }
    return 0;
}

/* A robust mutex is in its owner's list, so that the kernel can give it away when the owner ends. */
static void __enlist(struct __pthread *self, pthread_mutex_t *mutex) {
    struct __robust_entry *entry = &mutex->__data.list, *first = self->robust.first;
    entry->next = first;
    entry->before = (struct __robust_entry *)&self->robust;
    if (first != (struct __robust_entry *)&self->robust)
        first->before = entry;
    self->robust.first = entry;
}

static void __delist(struct __pthread *self, pthread_mutex_t *mutex) {
    struct __robust_entry *entry = &mutex->__data.list;
    if (entry->next && entry->next != (struct __robust_entry *)&self->robust)
        entry->next->before = entry->before;
    if (entry->before == (struct __robust_entry *)&self->robust)
        self->robust.first = entry->next;
    else if (entry->before)
        entry->before->next = entry->next;
    entry->next = entry->before = NULL;
}

/* The kernel knows no list of a thread that is new, nor of the one that fork made of it. */
static void __begin_list(struct __pthread *self, int tid) {
    if (self->robust_of != tid) {
        self->robust_of = tid;
        self->robust.offset = -(long)offsetof(pthread_mutex_t, __data.list);
        self->robust.first = (struct __robust_entry *)&self->robust;
        __set_robust_list(&self->robust, sizeof self->robust);
    }
}

static int __take_robust(pthread_mutex_t *mutex, int waits, clockid_t clock, const struct timespec *until) {
    struct __pthread *self = __self();
    int *word = &mutex->__data.lock, tid = __own_tid(), type = mutex->__data.kind & _TYPE, found, flag = 0;
    if (mutex->__data.kind == _DESTROYED)
        return EINVAL;
    __begin_list(self, tid);
    self->robust.pending = &mutex->__data.list;
    for (;;) {
        found = __sync_val_compare_and_swap(word, 0, tid | flag);
        if (found == 0)
            break;
        if (found & _OWNER_DIED) {
            if (__sync_val_compare_and_swap(word, found, tid | (found & _HAS_WAITERS)) != found)
                continue;
            __ordered_after(mutex);
            /* The owner gave nothing back, but it has ended. */
            __ordered_after(&__alive);
            mutex->__data.count = 1;
            mutex->__data.owner = _INCONSISTENT;
            mutex->__data.users++;
            __enlist(self, mutex);
            self->robust.pending = NULL;
            return EOWNERDEAD;
        }
        if ((found & _ID) == tid && type == PTHREAD_MUTEX_RECURSIVE) {
            self->robust.pending = NULL;
            mutex->__data.count++;
            return 0;
        }
        if ((found & _ID) == tid && type == PTHREAD_MUTEX_ERRORCHECK) {
            self->robust.pending = NULL;
            return EDEADLK;
        }
        if (!waits || __is_no_time(until)) {
            self->robust.pending = NULL;
            return waits ? EINVAL : EBUSY;
        }
        if (!(found & _HAS_WAITERS) && __sync_val_compare_and_swap(word, found, found | _HAS_WAITERS) != found)
            continue;
        flag = _HAS_WAITERS;
        if (__sleep(word, found | _HAS_WAITERS, clock, until) == ETIMEDOUT) {
            self->robust.pending = NULL;
            return ETIMEDOUT;
        }
    }
    __ordered_after(mutex);
    if (mutex->__data.owner == _NOT_RECOVERABLE) {
        *word = 0;
        __wake(word, 0x7fffffff);
        self->robust.pending = NULL;
        return ENOTRECOVERABLE;
    }
    mutex->__data.count = 1;
    mutex->__data.owner = tid;
    mutex->__data.users++;
    __enlist(self, mutex);
    self->robust.pending = NULL;
    return 0;
}

static int __lock(pthread_mutex_t *mutex, int waits, clockid_t clock, const struct timespec *until) {
    int type = mutex->__data.kind & _TYPE, tid = __own_tid(), result;
    int error = errno;
    if (mutex->__data.kind & _ROBUST) {
        result = __take_robust(mutex, waits, clock, until);
        errno = error;
        return result;
    }
    if (mutex->__data.owner == tid && mutex->__data.lock) {
        if (type == PTHREAD_MUTEX_RECURSIVE) {
            if (mutex->__data.count == 0xffffffff)
                return EAGAIN;
            mutex->__data.count++;
            return 0;
        }
        if (type == PTHREAD_MUTEX_ERRORCHECK)
            return waits ? EDEADLK : EBUSY;
    }
    result = __take(&mutex->__data.lock, waits, clock, until);
    errno = error;
    if (result)
        return result;
    __ordered_after(mutex);
    mutex->__data.owner = tid;
    mutex->__data.count = 1;
    mutex->__data.users++;
    return 0;
}

int pthread_mutex_lock(pthread_mutex_t *mutex) {
    if (mutex->__data.kind == 0 && __sync_val_compare_and_swap(&mutex->__data.lock, 0, 1) == 0) {
        __ordered_after(mutex);
        mutex->__data.owner = __own_tid();
        mutex->__data.users++;
        return 0;
    }
    return __lock(mutex, 1, CLOCK_REALTIME, NULL);
}

int pthread_mutex_trylock(pthread_mutex_t *mutex) {
    return __lock(mutex, 0, CLOCK_REALTIME, NULL);
}

int pthread_mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *until) {
    return __lock(mutex, 1, CLOCK_REALTIME, until);
}

int pthread_mutex_clocklock(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    return __lock(mutex, 1, clock, until);
}

static int __unlock_robust(pthread_mutex_t *mutex) {
    struct __pthread *self = __self();
    int *word = &mutex->__data.lock, found, owner = mutex->__data.owner;
    if (mutex->__data.kind == _DESTROYED)
        return EINVAL;
    if ((*word & _ID) != __own_tid())
        return EPERM;
    if ((mutex->__data.kind & _TYPE) == PTHREAD_MUTEX_RECURSIVE && mutex->__data.count > 1) {
        mutex->__data.count--;
        return 0;
    }
    mutex->__data.owner = owner == _INCONSISTENT ? _NOT_RECOVERABLE : 0;
    mutex->__data.count = 0;
    mutex->__data.users--;
    self->robust.pending = &mutex->__data.list;
    __delist(self, mutex);
    __ordered_before(mutex);
    do
        found = *word;
    while (__sync_val_compare_and_swap(word, found, 0) != found);
    if (found & _HAS_WAITERS)
        __wake(word, 1);
    self->robust.pending = NULL;
    return 0;
}

int pthread_mutex_unlock(pthread_mutex_t *mutex) {
    int type = mutex->__data.kind & _TYPE, *word = &mutex->__data.lock;
    if (mutex->__data.kind & _ROBUST)
        return __unlock_robust(mutex);
    if (type == PTHREAD_MUTEX_RECURSIVE || type == PTHREAD_MUTEX_ERRORCHECK) {
        if (mutex->__data.owner != __own_tid() || !*word)
            return EPERM;
        if (type == PTHREAD_MUTEX_RECURSIVE && --mutex->__data.count != 0)
            return 0;
    }
    mutex->__data.owner = 0;
    mutex->__data.users--;
    __ordered_before(mutex);
    if (__sync_val_compare_and_swap(word, 1, 0) != 1 && __sync_val_compare_and_swap(word, 2, 0) == 2)
        __wake(word, 1);
    return 0;
}

int pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes) {
    memset(mutex, 0, sizeof *mutex);
    if (attributes)
        mutex->__data.kind = attributes->__align & (_TYPE | _ROBUST | _SHARED);
    return 0;
}

int pthread_mutex_destroy(pthread_mutex_t *mutex) {
    if (!(mutex->__data.kind & _ROBUST) && mutex->__data.users != 0)
        return EBUSY;
    mutex->__data.kind = _DESTROYED;
    return 0;
}

int pthread_mutex_consistent(pthread_mutex_t *mutex) {
    if (!(mutex->__data.kind & _ROBUST) || mutex->__data.owner != _INCONSISTENT)
        return EINVAL;
    mutex->__data.owner = __own_tid();
    return 0;
}

int pthread_mutex_consistent_np(pthread_mutex_t *mutex) {
    return pthread_mutex_consistent(mutex);
}

int pthread_mutex_getprioceiling(const pthread_mutex_t *mutex, int *ceiling) {
    return EINVAL;
}

int pthread_mutexattr_init(pthread_mutexattr_t *attributes) {
    attributes->__align = 0;
    return 0;
}

int pthread_mutexattr_destroy(pthread_mutexattr_t *attributes) {
    return 0;
}

int pthread_mutexattr_gettype(const pthread_mutexattr_t *attributes, int *type) {
    *type = attributes->__align & _TYPE;
    return 0;
}

int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type) {
    if (type < 0 || type > PTHREAD_MUTEX_ADAPTIVE_NP)
        return EINVAL;
    attributes->__align = attributes->__align & ~_TYPE | type;
    return 0;
}

static int __flag(pthread_mutexattr_t *attributes, int flag, int value) {
    if (value != 0 && value != 1)
        return EINVAL;
    attributes->__align = attributes->__align & ~flag | (value ? flag : 0);
    return 0;
}

int pthread_mutexattr_getpshared(const pthread_mutexattr_t *attributes, int *shared) {
    *shared = (attributes->__align & _SHARED) != 0;
    return 0;
}

int pthread_mutexattr_setpshared(pthread_mutexattr_t *attributes, int shared) {
    return __flag(attributes, _SHARED, shared);
}

int pthread_mutexattr_getrobust(const pthread_mutexattr_t *attributes, int *robust) {
    *robust = (attributes->__align & _ROBUST) != 0;
    return 0;
}

int pthread_mutexattr_setrobust(pthread_mutexattr_t *attributes, int robust) {
    return __flag(attributes, _ROBUST, robust);
}

int pthread_mutexattr_getrobust_np(const pthread_mutexattr_t *attributes, int *robust) {
    return pthread_mutexattr_getrobust(attributes, robust);
}

int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *attributes, int robust) {
    return pthread_mutexattr_setrobust(attributes, robust);
}

#define _PROTOCOL 0x30000

int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *attributes, int *protocol) {
    *protocol = (attributes->__align & _PROTOCOL) >> 16;
    return 0;
}

/* Threads of one priority, as all are unless somebody may change that, have nothing to inherit. */
int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attributes, int protocol) {
    if (protocol < 0 || protocol > 2)
        return EINVAL;
    attributes->__align = attributes->__align & ~_PROTOCOL | protocol << 16;
    return 0;
}

int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *attributes, int *ceiling) {
    *ceiling = attributes->__align >> 20 & 127;
    return 0;
}

int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attributes, int ceiling) {
    if (ceiling < 1 || ceiling > 99)
        return EINVAL;
    attributes->__align = attributes->__align & 0xfffff | ceiling << 20;
    return 0;
}
