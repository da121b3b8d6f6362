#ifndef _SYS_SELECT_H
#define _SYS_SELECT_H
#include <sys/types.h>
#include <bits/sigset.h>
#include <bits/time.h>
#define FD_SETSIZE 1024
#define NFDBITS 64
typedef struct { unsigned long __bits[16]; } fd_set;
#define FD_ZERO(set) (*(set) = (fd_set){{0}})
#define FD_SET(fd, set) ((void)((set)->__bits[(fd) / 64] |= 1ul << (fd) % 64))
#define FD_CLR(fd, set) ((void)((set)->__bits[(fd) / 64] &= ~(1ul << (fd) % 64)))
#define FD_ISSET(fd, set) (((set)->__bits[(fd) / 64] & 1ul << (fd) % 64) != 0)
int select(int count, fd_set *readable, fd_set *writable, fd_set *special, struct timeval *timeout);
int pselect(int count, fd_set *readable, fd_set *writable, fd_set *special, const struct timespec *timeout, const sigset_t *mask);
#endif
