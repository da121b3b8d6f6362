#ifndef _SYS_SOCKET_H
#define _SYS_SOCKET_H
#include <stddef.h>
#include <sys/types.h>
#define AF_UNSPEC 0
#define AF_UNIX 1
#define AF_LOCAL 1
#define AF_INET 2
#define AF_INET6 10
#define PF_UNSPEC 0
#define PF_UNIX 1
#define PF_LOCAL 1
#define PF_INET 2
#define PF_INET6 10
#define SOCK_STREAM 1
#define SOCK_DGRAM 2
#define SOCK_RAW 3
#define SOCK_SEQPACKET 5
#define SOCK_NONBLOCK 04000
#define SOCK_CLOEXEC 02000000
#define SOL_SOCKET 1
#define SO_DEBUG 1
#define SO_REUSEADDR 2
#define SO_TYPE 3
#define SO_ERROR 4
#define SO_BROADCAST 6
#define SO_SNDBUF 7
#define SO_RCVBUF 8
#define SO_KEEPALIVE 9
#define SO_LINGER 13
#define SO_REUSEPORT 15
#define SO_RCVTIMEO 20
#define SO_SNDTIMEO 21
#define SHUT_RD 0
#define SHUT_WR 1
#define SHUT_RDWR 2
#define MSG_OOB 1
#define MSG_PEEK 2
#define MSG_DONTROUTE 4
#define MSG_TRUNC 0x20
#define MSG_DONTWAIT 0x40
#define MSG_WAITALL 0x100
#define MSG_NOSIGNAL 0x4000
#define SOMAXCONN 4096
typedef unsigned socklen_t;
typedef unsigned short sa_family_t;
struct sockaddr { sa_family_t sa_family; char sa_data[14]; };
struct sockaddr_storage { sa_family_t ss_family; char __rest[118]; unsigned long __align; };
struct linger { int l_onoff; int l_linger; };
__system int socket(int domain, int type, int protocol);
__system int socketpair(int domain, int type, int protocol, int fds[2]);
__system int bind(int fd, const struct sockaddr *address, socklen_t length);
__system int listen(int fd, int backlog);
__system int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
int accept(int fd, struct sockaddr *address, socklen_t *length);
__system int connect(int fd, const struct sockaddr *address, socklen_t length);
__system ssize_t sendto(int fd, const void *bytes, size_t count, int flags, const struct sockaddr *to, socklen_t length);
__system ssize_t recvfrom(int fd, void *bytes, size_t count, int flags, struct sockaddr *from, socklen_t *length);
ssize_t send(int fd, const void *bytes, size_t count, int flags);
ssize_t recv(int fd, void *bytes, size_t count, int flags);
__system int shutdown(int fd, int how);
__system int getsockname(int fd, struct sockaddr *address, socklen_t *length);
__system int getpeername(int fd, struct sockaddr *address, socklen_t *length);
__system int setsockopt(int fd, int level, int name, const void *value, socklen_t length);
__system int getsockopt(int fd, int level, int name, void *value, socklen_t *length);
#endif
