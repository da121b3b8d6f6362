#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

/* The pieces are put together, so that there is one call, and who reads a pipe sees them arrive together. */
static ssize_t __length(const struct iovec *pieces, int count) {
    size_t length = 0;
    int i;
    if (count < 0 || count > UIO_MAXIOV) {
        errno = EINVAL;
        return -1;
    }
    for (i = 0; i < count; i++) {
        if (pieces[i].iov_len > LONG_MAX - length) {
            errno = EINVAL;
            return -1;
        }
        length += pieces[i].iov_len;
    }
    return length;
}

static ssize_t __read_pieces(int fd, const struct iovec *pieces, int count, int seeks, off_t offset) {
    ssize_t length = __length(pieces, count), got, left;
    char *bytes, *at;
    if (length < 0)
        return -1;
    bytes = at = malloc(length + 1);
    if (!bytes)
        return -1;
    left = got = seeks ? pread(fd, bytes, length, offset) : read(fd, bytes, length);
    for (; left > 0; pieces++) {
        size_t part = (size_t)left < pieces->iov_len ? (size_t)left : pieces->iov_len;
        memcpy(pieces->iov_base, at, part);
        at += part;
        left -= part;
    }
    free(bytes);
    return got;
}

static ssize_t __write_pieces(int fd, const struct iovec *pieces, int count, int seeks, off_t offset) {
    ssize_t length = __length(pieces, count), written;
    char *bytes, *at;
    int i;
    if (length < 0)
        return -1;
    bytes = at = malloc(length + 1);
    if (!bytes)
        return -1;
    for (i = 0; i < count; i++)
        at = mempcpy(at, pieces[i].iov_base, pieces[i].iov_len);
    written = seeks ? pwrite(fd, bytes, length, offset) : write(fd, bytes, length);
    free(bytes);
    return written;
}

ssize_t readv(int fd, const struct iovec *pieces, int count) {
    return __read_pieces(fd, pieces, count, 0, 0);
}

ssize_t writev(int fd, const struct iovec *pieces, int count) {
    return __write_pieces(fd, pieces, count, 0, 0);
}

ssize_t preadv(int fd, const struct iovec *pieces, int count, off_t offset) {
    return __read_pieces(fd, pieces, count, 1, offset);
}

ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t offset) {
    return __write_pieces(fd, pieces, count, 1, offset);
}
