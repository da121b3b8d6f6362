// shows: a bad piece is the kernel's to find: a file keeps what came before it, a pipe takes nothing
#define _GNU_SOURCE
#include <stdio.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <stdlib.h>
#include <sys/uio.h>
#include <sys/socket.h>
static char a[8], b[8];
static void say(const char *what, ssize_t n) { int e = errno; printf("%s: %zd/%d\n", what, n, n < 0 ? e : 0); errno = 0; }
int main(void) {
    int p[2], s[2], f;
    struct iovec v[3];
    struct msghdr m;
    char file[] = "/tmp/piecesXXXXXX", back[32];
    ssize_t n;
    f = mkstemp(file); unlink(file);
    pipe(p); socketpair(AF_UNIX, SOCK_STREAM, 0, s);
    fcntl(p[0], F_SETFL, O_NONBLOCK);
    fcntl(s[1], F_SETFL, O_NONBLOCK);
    v[0].iov_base = "abc"; v[0].iov_len = 3;
    v[1].iov_base = (void *)8; v[1].iov_len = 3;
    v[2].iov_base = "def"; v[2].iov_len = 3;
    say("writev pipe bad second", writev(p[1], v, 2));
    say("left in pipe", read(p[0], back, sizeof back));
    say("writev file bad second", writev(f, v, 2));
    say("writev file bad second of three", writev(f, v, 3));
    say("writev socket bad second", writev(s[0], v, 2));
    say("left in socket", read(s[1], back, sizeof back));
    say("file length", lseek(f, 0, SEEK_END));
    say("pwritev bad", pwritev(f, v + 1, 1, 0));
    say("pwritev negative", pwritev(f, v, 1, -1));
    v[1].iov_len = 0;
    say("writev empty bad", writev(f, v, 3));
    v[1].iov_len = 3;
    say("writev bad first", writev(p[1], v + 1, 2));
    say("writev bad array", writev(p[1], (struct iovec *)8, 2));
    say("writev null array", writev(p[1], NULL, 2));
    say("writev count -1", writev(p[1], v, -1));
    say("writev count 0", writev(p[1], v, 0));
    say("writev count 0 of bad array", writev(p[1], (struct iovec *)8, 0));
    say("writev count 1025", writev(p[1], v, 1025));
    say("writev bad fd", writev(-1, v, 2));
    say("writev bad fd and array", writev(-1, (struct iovec *)8, 2));
    v[1].iov_len = -1;
    say("writev negative length", writev(p[1], v, 2));
    v[1].iov_len = 3;
    v[0].iov_base = a; v[2].iov_base = b;
    write(p[1], "123456789", 9);
    say("readv bad second", readv(p[0], v, 3));
    say("left in pipe", read(p[0], back, sizeof back));
    write(p[1], "123456789", 9);
    say("readv bad array", readv(p[0], (struct iovec *)8, 2));
    say("readv count -1", readv(p[0], v, -1));
    v[0].iov_base = "constant";
    say("readv constant", readv(p[0], v, 1));
    v[0].iov_base = a;
    say("left in pipe", read(p[0], back, sizeof back));
    lseek(f, 0, SEEK_SET);
    say("readv file bad second", readv(f, v, 2));
    say("preadv bad first", preadv(f, v + 1, 1, 0));
    say("preadv negative", preadv(f, v, 1, -1));
    v[1].iov_base = b;
    say("preadv good", preadv(f, v, 2, 1));
    printf("%.3s %.3s\n", a, b);
    v[1].iov_base = (void *)8;
    memset(&m, 0, sizeof m);
    m.msg_iov = v; m.msg_iovlen = 2;
    say("sendmsg bad second", sendmsg(s[0], &m, 0));
    say("left in socket", read(s[1], back, sizeof back));
    m.msg_iovlen = 1025;
    say("sendmsg count 1025", sendmsg(s[0], &m, 0));
    m.msg_iovlen = -1;
    say("sendmsg count -1", sendmsg(s[0], &m, 0));
    m.msg_iovlen = 2; m.msg_iov = (struct iovec *)8;
    say("sendmsg bad array", sendmsg(s[0], &m, 0));
    say("sendmsg bad header", sendmsg(s[0], (struct msghdr *)8, 0));
    say("sendmsg bad fd and header", sendmsg(-1, (struct msghdr *)8, 0));
    m.msg_iov = v; 
    write(s[0], "123456789", 9);
    say("recvmsg bad second", recvmsg(s[1], &m, 0));
    say("left in socket", read(s[1], back, sizeof back));
    m.msg_iov = (struct iovec *)8;
    write(s[0], "123456789", 9);
    say("recvmsg bad array", recvmsg(s[1], &m, 0));
    say("recvmsg bad header", recvmsg(s[1], (struct msghdr *)8, 0));
    say("recvmsg null header", recvmsg(s[1], NULL, 0));
    say("left in socket", read(s[1], back, sizeof back));
    return 0;
}
