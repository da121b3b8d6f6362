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
