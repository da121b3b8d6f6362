#ifndef _TIME_H
#define _TIME_H
#include <stddef.h>
#include <sys/types.h>
#include <bits/time.h>
#define CLOCKS_PER_SEC ((clock_t)1000000)
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_BOOTTIME 7
#define TIME_UTC 1
struct tm { int tm_sec; int tm_min; int tm_hour; int tm_mday; int tm_mon; int tm_year; int tm_wday; int tm_yday; int tm_isdst; long tm_gmtoff; const char *tm_zone; };
extern char *tzname[2];
extern long timezone;
extern int daylight;
time_t time(time_t *result);
clock_t clock(void);
double difftime(time_t later, time_t earlier);
time_t mktime(struct tm *parts);
time_t timegm(struct tm *parts);
struct tm *gmtime(const time_t *moment);
struct tm *gmtime_r(const time_t *moment, struct tm *parts);
struct tm *localtime(const time_t *moment);
struct tm *localtime_r(const time_t *moment, struct tm *parts);
char *asctime(const struct tm *parts);
char *asctime_r(const struct tm *parts, char *to);
char *ctime(const time_t *moment);
char *ctime_r(const time_t *moment, char *to);
char *strptime(const char *text, const char *format, struct tm *parts);
size_t strftime(char *to, size_t size, const char *format, const struct tm *parts);
void tzset(void);
#define TIMER_ABSTIME 1
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_TAI 11
typedef void *timer_t;
struct sigevent;
int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer);
int timer_settime(timer_t timer, int flags, const struct itimerspec *wanted, struct itimerspec *old);
int timer_gettime(timer_t timer, struct itimerspec *left);
int timer_getoverrun(timer_t timer);
int timer_delete(timer_t timer);
__system int __timer_create(clockid_t clock, const struct sigevent *event, int *timer);
__system int __timer_settime(int timer, int flags, const struct itimerspec *wanted, struct itimerspec *old);
__system int __timer_gettime(int timer, struct itimerspec *left);
__system int __timer_getoverrun(int timer);
__system int __timer_delete(int timer);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left);
__system int __clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left);
int clock_getcpuclockid(pid_t pid, clockid_t *clock);
int nanosleep(const struct timespec *wanted, struct timespec *left);
int clock_gettime(clockid_t clock, struct timespec *result);
__system int clock_getres(clockid_t clock, struct timespec *result);
__system int clock_settime(clockid_t clock, const struct timespec *moment);
int timespec_get(struct timespec *result, int base);
time_t timelocal(struct tm *parts);
int dysize(int year);
#endif
