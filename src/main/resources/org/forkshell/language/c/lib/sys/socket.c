#include <bits/terminal.h>
#include <stddef.h>
#include <sys/socket.h>

int accept(int fd, struct sockaddr *address, socklen_t *length) {
    return accept4(fd, address, length, 0);
}

ssize_t send(int fd, const void *bytes, size_t count, int flags) {
    return sendto(fd, bytes, count, flags, NULL, 0);
}

ssize_t recv(int fd, void *bytes, size_t count, int flags) {
    return recvfrom(fd, bytes, count, flags, NULL, NULL);
}

struct cmsghdr *__next_control(struct msghdr *message, struct cmsghdr *header) {
    char *end = (char *)message->msg_control + message->msg_controllen;
    struct cmsghdr *next = (struct cmsghdr *)((char *)header + CMSG_ALIGN(header->cmsg_len));
    if (header->cmsg_len < sizeof *header || (char *)(next + 1) > end)
        return NULL;
    return (char *)next + CMSG_ALIGN(next->cmsg_len) > end ? NULL : next;
}

int sockatmark(int fd) {
    int mark;
    return __ioctl(fd, 0x8905, (long)&mark) < 0 ? -1 : mark;
}
