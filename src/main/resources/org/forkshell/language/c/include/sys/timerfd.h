#ifndef _SYS_TIMERFD_H
#define _SYS_TIMERFD_H
#include <time.h>
#define TFD_NONBLOCK 04000
#define TFD_CLOEXEC 02000000
#define TFD_TIMER_ABSTIME 1
#define TFD_TIMER_CANCEL_ON_SET 2
__system int timerfd_create(int clock, int flags);
__system int timerfd_settime(int fd, int flags, const struct itimerspec *timer, struct itimerspec *old);
__system int timerfd_gettime(int fd, struct itimerspec *timer);
#endif
