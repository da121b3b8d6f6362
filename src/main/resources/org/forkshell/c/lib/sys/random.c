#include <errno.h>
#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

ssize_t getrandom(void *to, size_t count, unsigned flags) {
    int fd;
    ssize_t done;
    if (flags & ~(GRND_NONBLOCK | GRND_RANDOM)) {
        errno = EINVAL;
        return -1;
    }
    fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    done = read(fd, to, count);
    close(fd);
    return done;
}

int getentropy(void *to, size_t count) {
    if (count > 256) {
        errno = EIO;
        return -1;
    }
    return getrandom(to, count, 0) == count ? 0 : -1;
}
