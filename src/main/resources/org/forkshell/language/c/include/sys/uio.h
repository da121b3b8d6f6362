#ifndef _SYS_UIO_H
#define _SYS_UIO_H
#include <sys/types.h>
#include <bits/iovec.h>
#define UIO_MAXIOV 1024
__system ssize_t readv(int fd, const struct iovec *pieces, int count);
__system ssize_t writev(int fd, const struct iovec *pieces, int count);
__system ssize_t preadv(int fd, const struct iovec *pieces, int count, off_t offset);
__system ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t offset);
#endif
