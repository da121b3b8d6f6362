#ifndef _SYS_TIME_H
#define _SYS_TIME_H
#include <sys/types.h>
#include <bits/time.h>
#include <sys/select.h>
struct timezone { int tz_minuteswest; int tz_dsttime; };
#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2
struct itimerval { struct timeval it_interval; struct timeval it_value; };
typedef int __itimer_which_t;
__system int setitimer(int which, const struct itimerval *timer, struct itimerval *old);
__system int getitimer(int which, struct itimerval *timer);
int gettimeofday(struct timeval *result, void *zone);
#define timeradd(a, b, result) do { (result)->tv_sec = (a)->tv_sec + (b)->tv_sec; (result)->tv_usec = (a)->tv_usec + (b)->tv_usec; if ((result)->tv_usec >= 1000000) { ++(result)->tv_sec; (result)->tv_usec -= 1000000; } } while (0)
#define timersub(a, b, result) do { (result)->tv_sec = (a)->tv_sec - (b)->tv_sec; (result)->tv_usec = (a)->tv_usec - (b)->tv_usec; if ((result)->tv_usec < 0) { --(result)->tv_sec; (result)->tv_usec += 1000000; } } while (0)
#define timerclear(t) ((t)->tv_sec = (t)->tv_usec = 0)
#define timerisset(t) ((t)->tv_sec || (t)->tv_usec)
#define timercmp(a, b, order) ((a)->tv_sec == (b)->tv_sec ? (a)->tv_usec order (b)->tv_usec : (a)->tv_sec order (b)->tv_sec)
#endif
