/* A semaphore is two ints: its value, and how many sleep because it is zero. */
#include <bits/futex.h>
#include <bits/shm.h>
#include <bits/temporary.h>
#include <bits/threads.h>
#include <errno.h>
#include <limits.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int *__value_of(sem_t *semaphore) {
    return (int *)semaphore;
}

static int *__sleepers_of(sem_t *semaphore) {
    return (int *)semaphore + 1;
}

int sem_init(sem_t *semaphore, int shared, unsigned value) {
    if (value > SEM_VALUE_MAX) {
        errno = EINVAL;
        return -1;
    }
    *__value_of(semaphore) = value;
    *__sleepers_of(semaphore) = 0;
    return 0;
}

int sem_destroy(sem_t *semaphore) {
    return 0;
}

int sem_getvalue(sem_t *semaphore, int *value) {
    *value = *__value_of(semaphore);
    return 0;
}

int sem_trywait(sem_t *semaphore) {
    int *value = __value_of(semaphore);
    for (;;) {
        int now = *value;
        if (now == 0) {
            errno = EAGAIN;
            return -1;
        }
        if (__swap_if(value, now, now - 1, sizeof *value) == now) {
            __ordered_after(semaphore);
            return 0;
        }
    }
}

static void __sleeps_no_more(void *semaphore) {
    __add_to(__sleepers_of(semaphore), -1);
}

static int __wait(sem_t *semaphore, clockid_t clock, const struct timespec *until) {
    struct __cleanup cleanup;
    int error = errno;
    if (until && (until->tv_nsec < 0 || until->tv_nsec >= 1000000000)) {
        errno = EINVAL;
        return -1;
    }
    while (sem_trywait(semaphore) < 0) {
        int slept;
        __add_to(__sleepers_of(semaphore), 1);
        __cleanup_push(&cleanup, __sleeps_no_more, semaphore);
        slept = __sleep_while(__value_of(semaphore), 0, until, clock);
        __cleanup_pop(&cleanup, 1);
        if (slept < 0 && errno != EAGAIN)
            return -1;
    }
    errno = error;
    return 0;
}

int sem_timedwait(sem_t *semaphore, const struct timespec *until) {
    return __wait(semaphore, CLOCK_REALTIME, until);
}

int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *until) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC) {
        errno = EINVAL;
        return -1;
    }
    return __wait(semaphore, clock, until);
}

int sem_wait(sem_t *semaphore) {
    return __wait(semaphore, CLOCK_REALTIME, NULL);
}

int sem_post(sem_t *semaphore) {
    int *value = __value_of(semaphore);
    int now;
    __ordered_before(semaphore);
    do {
        now = *value;
        if (now == SEM_VALUE_MAX) {
            errno = EOVERFLOW;
            return -1;
        }
    } while (__swap_if(value, now, now + 1, sizeof *value) != now);
    if (*__sleepers_of(semaphore) > 0)
        __wake(value, 1);
    return 0;
}

/* The named ones of this process: opened again, a semaphore has the address that it had. */
struct __named {
    struct __named *next;
    dev_t device;
    ino_t file;
    int uses;
    sem_t *semaphore;
};
static struct __named *__all_named;

static sem_t *__map(int fd) {
    struct stat file;
    struct __named *named;
    void *memory;
    if (fstat(fd, &file) < 0)
        return SEM_FAILED;
    for (named = __all_named; named; named = named->next) {
        if (named->file == file.st_ino && named->device == file.st_dev) {
            named->uses++;
            return named->semaphore;
        }
    }
    named = malloc(sizeof *named);
    if (!named)
        return SEM_FAILED;
    memory = mmap(NULL, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) {
        free(named);
        return SEM_FAILED;
    }
    named->next = __all_named;
    named->device = file.st_dev;
    named->file = file.st_ino;
    named->uses = 1;
    named->semaphore = memory;
    __all_named = named;
    return memory;
}

/* It gets its name when it has its value: nobody finds a half-made one. */
static int __make_named(const char *path, mode_t mode, unsigned value) {
    char fresh[] = "/dev/shm/sem.XXXXXX";
    sem_t first;
    mode_t mask;
    int fd;
    if (value > SEM_VALUE_MAX) {
        errno = EINVAL;
        return -1;
    }
    fd = __make_temporary(fresh, 0, _A_FILE, O_CLOEXEC);
    if (fd < 0)
        return -1;
    memset(&first, 0, sizeof first);
    *__value_of(&first) = value;
    mask = umask(0);
    umask(mask);
    if (write(fd, &first, sizeof first) != sizeof first || fchmod(fd, mode & ~mask) < 0 || link(fresh, path) < 0) {
        int error = errno;
        close(fd);
        unlink(fresh);
        errno = error;
        return -1;
    }
    unlink(fresh);
    return fd;
}

sem_t *sem_open(const char *name, int flags, ...) {
    char path[NAME_MAX + 16];
    sem_t *result;
    int fd;
    if (__shm_path("sem.", name, path, sizeof path) < 0)
        return SEM_FAILED;
    do {
        fd = (flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL) ? -1 : __open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0);
        if (fd < 0 && (flags & O_CREAT)) {
            va_list arguments;
            mode_t mode;
            va_start(arguments, flags);
            mode = va_arg(arguments, mode_t);
            fd = __make_named(path, mode, va_arg(arguments, unsigned));
        }
    } while (fd < 0 && errno == EEXIST && !(flags & O_EXCL));
    if (fd < 0)
        return SEM_FAILED;
    result = __map(fd);
    close(fd);
    return result;
}

int sem_close(sem_t *semaphore) {
    struct __named **at;
    for (at = &__all_named; *at; at = &(*at)->next) {
        struct __named *named = *at;
        if (named->semaphore == semaphore) {
            if (--named->uses == 0) {
                *at = named->next;
                munmap(semaphore, sizeof(sem_t));
                free(named);
            }
            return 0;
        }
    }
    errno = EINVAL;
    return -1;
}

int sem_unlink(const char *name) {
    char path[NAME_MAX + 16];
    int result;
    if (__shm_path("sem.", name, path, sizeof path) < 0) {
        errno = ENOENT;
        return -1;
    }
    result = unlink(path);
    if (result < 0 && errno == EPERM)
        errno = EACCES;
    return result;
}
