/* What the kernel is asked about signals: its own forms, of which sigaction(2) and the others are made. */
#ifndef _BITS_ACTIONS_H
#define _BITS_ACTIONS_H
#include <bits/siginfo.h>
#include <bits/time.h>
struct __action { long handler; long flags; unsigned long mask; };
__system int __sigaction(int signal, const struct __action *action, struct __action *old);
__system int __sigprocmask(int how, const unsigned long *set, unsigned long *old);
__system int __sigpending(unsigned long *set);
__system int __sigsuspend(const unsigned long *mask);
__system int __sigtimedwait(const unsigned long *set, siginfo_t *info, const struct timespec *timeout);
__system int __sigqueue(int pid, int signal, long value);
__system int __ppoll(void *fds, long count, const struct timespec *timeout, const unsigned long *mask);
#endif
