#include <bits/shm.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/mman.h>
#include <unistd.h>

int shm_open(const char *name, int flags, mode_t mode) {
    char path[NAME_MAX + 16];
    if (__shm_path("", name, path, sizeof path) < 0)
        return -1;
    return __open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, mode);
}

int shm_unlink(const char *name) {
    char path[NAME_MAX + 16];
    int result;
    if (__shm_path("", name, path, sizeof path) < 0) {
        errno = ENOENT;
        return -1;
    }
    result = unlink(path);
    if (result < 0 && errno == EPERM)
        errno = EACCES;
    return result;
}

void *mremap(void *from, size_t length, size_t wanted, int flags, ...) {
    return __mremap(from, length, wanted, flags);
}

int posix_madvise(void *at, size_t length, int advice) {
    int before = errno, error;
    if (advice == POSIX_MADV_DONTNEED)
        return 0;
    error = madvise(at, length, advice) < 0 ? errno : 0;
    errno = before;
    return error;
}
