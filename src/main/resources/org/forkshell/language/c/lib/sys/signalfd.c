#include <sys/signalfd.h>

int signalfd(int fd, const sigset_t *set, int flags) {
    return __signalfd(fd, set->__val, flags);
}
