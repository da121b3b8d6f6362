#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Devices are for the superuser: of the rest, pipes and files. */
int mknod(const char *path, mode_t mode, dev_t device) {
    int fd;
    if (S_ISFIFO(mode))
        return mkfifo(path, mode & ~S_IFMT);
    if (!S_ISREG(mode) && (mode & S_IFMT) != 0) {
        errno = EPERM;
        return -1;
    }
    fd = __open(path, O_CREAT | O_EXCL | O_WRONLY, mode & ~S_IFMT);
    return fd < 0 ? -1 : close(fd);
}

int mkfifoat(int directory, const char *path, mode_t mode) {
    return mknodat(directory, path, mode | S_IFIFO, 0);
}

int fchmodat(int directory, const char *path, mode_t mode, int flags) {
    return __fchmodat(directory, path, mode);
}

int futimens(int fd, const struct timespec times[2]) {
    return utimensat(fd, 0, times, 0);
}
