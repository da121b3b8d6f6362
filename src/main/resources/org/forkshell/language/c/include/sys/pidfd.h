#ifndef _SYS_PIDFD_H
#define _SYS_PIDFD_H
#include <sys/types.h>
#include <bits/siginfo.h>
#define PIDFD_NONBLOCK 04000
__system int pidfd_open(pid_t pid, unsigned flags);
__system int pidfd_send_signal(int fd, int signal, siginfo_t *info, unsigned flags);
#endif
