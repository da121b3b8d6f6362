#include <bits/actions.h>
#include <poll.h>
#include <stddef.h>

int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask) {
    return __ppoll(fds, count, timeout, mask ? mask->__val : NULL);
}
