// shows: stat, fstat and lstat describe files, rename renames, fcntl tells and sets flags

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    umask(022);
    unlink("status.new");
    int fd = open("status.old", O_CREAT | O_RDWR | O_TRUNC, 0640);
    write(fd, "hello", 5);
    struct stat before, after;
    int r = fstat(fd, &before);
    printf("%d %ld %o %d\n", r, (long)before.st_size, before.st_mode, S_ISREG(before.st_mode));
    r = rename("status.old", "status.new");
    printf("%d %d\n", r, stat("status.new", &after));
    printf("%d %ld\n", before.st_ino == after.st_ino, (long)after.st_nlink);
    r = stat("status.old", &after);
    printf("%d %s\n", r, strerror(errno));
    stat(".", &after);
    printf("%d\n", S_ISDIR(after.st_mode));
    lstat("/proc/self", &after);
    printf("%d\n", S_ISLNK(after.st_mode));
    printf("%d %d\n", fcntl(fd, F_GETFD), fcntl(fd, F_GETFL) & O_ACCMODE);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    fcntl(fd, F_SETFL, O_APPEND);
    printf("%d %d\n", fcntl(fd, F_GETFD), (fcntl(fd, F_GETFL) & O_APPEND) != 0);
    printf("%d\n", fcntl(fd, F_DUPFD, 20));
    r = dup3(fd, 30, O_CLOEXEC);
    printf("%d %d\n", r, fcntl(30, F_GETFD));
    int ends[2];
    char c;
    r = pipe2(ends, O_NONBLOCK);
    ssize_t got = read(ends[0], &c, 1);
    printf("%d %zd %d\n", r, got, errno == EAGAIN);
    r = fcntl(40, F_GETFD);
    printf("%d %s\n", r, strerror(errno));
    unlink("status.new");
    return 0;
}
