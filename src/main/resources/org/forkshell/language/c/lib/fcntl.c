#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

int open(const char *path, int flags, ...) {
    int mode = 0;
    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, int);
    }
    return __open(path, flags, mode);
}

int creat(const char *path, mode_t mode) {
    return __open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int fcntl(int fd, int command, ...) {
    long argument = 0;
    if (command != F_GETFD && command != F_GETFL) {
        va_list arguments;
        va_start(arguments, command);
        argument = command == F_GETLK || command == F_SETLK || command == F_SETLKW || command >= F_OFD_GETLK && command <= F_OFD_SETLKW
                       ? va_arg(arguments, long)
                       : va_arg(arguments, int);
    }
    return __fcntl(fd, command, argument);
}

int openat(int directory, const char *path, int flags, ...) {
    int mode = 0;
    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, int);
    }
    return __openat(directory, path, flags, mode);
}

int posix_fallocate(int fd, off_t offset, off_t length) {
    int before = errno;
    int error = fallocate(fd, 0, offset, length) < 0 ? errno : 0;
    errno = before;
    return error;
}
