#include <bits/actions.h>
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

/* To the kernel an event is 12 bytes without a gap. */
enum { _EVENT = 12 };

int epoll_create(int size) {
    if (size <= 0) {
        errno = EINVAL;
        return -1;
    }
    return epoll_create1(0);
}

int epoll_ctl(int fd, int operation, int about, struct epoll_event *event) {
    char packed[_EVENT];
    if (!event)
        return __epoll_ctl(fd, operation, about, NULL);
    memcpy(packed, &event->events, 4);
    memcpy(packed + 4, &event->data, 8);
    return __epoll_ctl(fd, operation, about, packed);
}

int epoll_wait(int fd, struct epoll_event *events, int most, int timeout) {
    char few[64 * _EVENT], *packed = few;
    int ready, i;
    if (most <= 0 || most > 1 << 24) {
        errno = EINVAL;
        return -1;
    }
    if (most > 64)
        packed = malloc((size_t)most * _EVENT);
    if (!packed)
        return -1;
    ready = __epoll_wait(fd, packed, most, timeout);
    for (i = 0; i < ready; i++) {
        memcpy(&events[i].events, packed + i * _EVENT, 4);
        memcpy(&events[i].data, packed + i * _EVENT + 4, 8);
    }
    if (packed != few)
        free(packed);
    return ready;
}

/* A descriptor of the set can be waited for as any other, and that with a mask. */
int epoll_pwait(int fd, struct epoll_event *events, int most, int timeout, const sigset_t *mask) {
    struct { int fd; short events; short revents; } wanted = {fd, 1, 0};
    struct timespec limit;
    int ready;
    if (!mask)
        return epoll_wait(fd, events, most, timeout);
    limit.tv_sec = timeout / 1000;
    limit.tv_nsec = timeout % 1000 * 1000000l;
    ready = __ppoll(&wanted, 1, timeout < 0 ? NULL : &limit, mask->__val);
    return ready < 0 ? -1 : epoll_wait(fd, events, most, 0);
}
