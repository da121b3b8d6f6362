// shows: readv and writev take pieces, preadv and pwritev at a place, and say what is wrong
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    char a[4] = "", b[4] = "", c[8] = "", path[] = "/tmp/fs_vec_XXXXXX";
    struct iovec out[3] = {{"one ", 4}, {"two ", 4}, {"three\n", 6}};
    struct iovec in[3] = {{a, 3}, {b, 0}, {c, 7}};
    int ends[2], fd;
    ssize_t n;
    n = writev(1, out, 3);
    printf("%zd\n", n);
    fflush(stdout);
    pipe(ends);
    if (fork() == 0) {
        writev(ends[1], out, 2);
        _exit(0);
    }
    wait(NULL);
    n = readv(ends[0], in, 3);
    printf("%zd '%s' '%s' '%s'\n", n, a, b, c);
    close(ends[1]);
    n = readv(ends[0], in, 3);
    printf("end %zd\n", n);
    n = writev(ends[0], out, 3);
    printf("%zd %s\n", n, strerror(errno));
    n = readv(77, in, 3);
    printf("%zd %s\n", n, strerror(errno));
    n = readv(0, in, -1);
    printf("%zd %s\n", n, strerror(errno));
    n = writev(1, out, 2000);
    printf("%zd %s\n", n, strerror(errno));
    n = writev(1, out, 0);
    printf("none %zd\n", n);
    in[1].iov_len = -5;
    n = readv(0, in, 3);
    printf("%zd %s\n", n, strerror(errno));
    in[1].iov_len = 0;
    fd = mkstemp(path);
    unlink(path);
    n = pwritev(fd, out, 3, 2);
    printf("pwritev %zd, at %ld\n", n, (long)lseek(fd, 0, SEEK_CUR));
    n = preadv(fd, in, 3, 3);
    printf("preadv %zd '%s' '%s'\n", n, a, c);
    return 0;
}
