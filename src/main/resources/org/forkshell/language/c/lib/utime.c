#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <utime.h>

int utime(const char *path, const struct utimbuf *times) {
    struct timespec both[2];
    if (!times)
        return utimensat(AT_FDCWD, path, NULL, 0);
    both[0].tv_sec = times->actime;
    both[1].tv_sec = times->modtime;
    both[0].tv_nsec = both[1].tv_nsec = 0;
    return utimensat(AT_FDCWD, path, both, 0);
}
