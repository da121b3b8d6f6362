// shows: sendmsg and recvmsg carry pieces, descriptors and credentials
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    char control[CMSG_SPACE(sizeof(int))], a[3] = "", b[20] = "";
    struct iovec pieces[2] = {{"ab", 2}, {"cdef", 4}}, room[2] = {{a, 2}, {b, 10}};
    struct msghdr message;
    struct cmsghdr *header;
    struct ucred who;
    socklen_t size = sizeof who;
    int ends[2], pair[2], fd, status, n;
    pid_t child;
    socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
    child = fork();
    if (child == 0) {
        pipe(ends);
        write(ends[1], "through it", 10);
        close(ends[1]);
        memset(&message, 0, sizeof message);
        memset(control, 0, sizeof control);
        message.msg_iov = pieces;
        message.msg_iovlen = 2;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &ends[0], sizeof(int));
        _exit(sendmsg(pair[1], &message, 0));
    }
    memset(&message, 0, sizeof message);
    message.msg_iov = room;
    message.msg_iovlen = 2;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    n = recvmsg(pair[0], &message, 0);
    printf("%d '%s' '%s'\n", n, a, b);
    header = CMSG_FIRSTHDR(&message);
    printf("%d %d %zu\n", header->cmsg_level == SOL_SOCKET, header->cmsg_type, header->cmsg_len);
    memcpy(&fd, CMSG_DATA(header), sizeof fd);
    printf("next %d\n", CMSG_NXTHDR(&message, header) == NULL);
    n = read(fd, b, 20);
    printf("%d %.*s\n", n, n, b);
    waitpid(child, &status, 0);
    printf("status %d, flags %d\n", WEXITSTATUS(status), message.msg_flags);
    printf("peer %d", getsockopt(pair[0], SOL_SOCKET, SO_PEERCRED, &who, &size));
    printf(" %d\n", who.pid == getpid() && who.uid == getuid());
    n = sendmsg(77, &message, 0);
    printf("%d %s\n", n, strerror(errno));
    n = recvmsg(pair[0], (struct msghdr *)8, 0);
    printf("%d %s\n", n, strerror(errno));
    return 0;
}
