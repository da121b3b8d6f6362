#include <errno.h>
#include <poll.h>
#include <sys/select.h>
#include <time.h>

static long __now(void) {
    long now[2];
    __clock(CLOCK_MONOTONIC, now);
    return now[0] * 1000000 + now[1] / 1000;
}

static int __collect(fd_set *set, int count, struct pollfd *polled, int wanted) {
    fd_set ready;
    int bits = 0;
    int fd;
    if (!set)
        return 0;
    FD_ZERO(&ready);
    for (fd = 0; fd < count; fd++) {
        if (FD_ISSET(fd, set) && (polled[fd].revents & wanted)) {
            FD_SET(fd, &ready);
            bits++;
        }
    }
    *set = ready;
    return bits;
}

static void __want(fd_set *set, int count, struct pollfd *polled, int wanted) {
    int fd;
    for (fd = 0; set && fd < count; fd++) {
        if (FD_ISSET(fd, set)) {
            polled[fd].fd = fd;
            polled[fd].events |= wanted;
        }
    }
}

static int __wait_for(int count, fd_set *readable, fd_set *writable, fd_set *special, const struct timespec *timeout, const sigset_t *mask) {
    struct pollfd polled[FD_SETSIZE];
    int fd;
    if (count < 0 || timeout && (timeout->tv_sec < 0 || timeout->tv_nsec < 0)) {
        errno = EINVAL;
        return -1;
    }
    if (count > FD_SETSIZE)
        count = FD_SETSIZE;
    for (fd = 0; fd < count; fd++) {
        polled[fd].fd = -1;
        polled[fd].events = polled[fd].revents = 0;
    }
    __want(readable, count, polled, POLLIN);
    __want(writable, count, polled, POLLOUT);
    __want(special, count, polled, POLLPRI);
    if (ppoll(polled, count, timeout, mask) < 0)
        return -1;
    for (fd = 0; fd < count; fd++) {
        if (polled[fd].revents & POLLNVAL) {
            errno = EBADF;
            return -1;
        }
    }
    return __collect(readable, count, polled, POLLIN | POLLHUP | POLLERR) + __collect(writable, count, polled, POLLOUT | POLLERR) + __collect(special, count, polled, POLLPRI);
}

int pselect(int count, fd_set *readable, fd_set *writable, fd_set *special, const struct timespec *timeout, const sigset_t *mask) {
    return __wait_for(count, readable, writable, special, timeout, mask);
}

/* As Linux does, the time that is left is written back. */
int select(int count, fd_set *readable, fd_set *writable, fd_set *special, struct timeval *timeout) {
    struct timespec limit;
    long end = 0;
    int ready;
    if (timeout) {
        if (timeout->tv_usec < 0) {
            errno = EINVAL;
            return -1;
        }
        limit.tv_sec = timeout->tv_sec + timeout->tv_usec / 1000000;
        limit.tv_nsec = timeout->tv_usec % 1000000 * 1000;
        end = __now() + timeout->tv_sec * 1000000 + timeout->tv_usec;
    }
    ready = __wait_for(count, readable, writable, special, timeout ? &limit : NULL, NULL);
    if (timeout && (ready >= 0 || errno == EINTR)) {
        long left = end - __now();
        timeout->tv_sec = left > 0 ? left / 1000000 : 0;
        timeout->tv_usec = left > 0 ? left % 1000000 : 0;
    }
    return ready;
}
