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
int nanosleep(const struct timespec *wanted, struct timespec *left);
int clock_gettime(clockid_t clock, struct timespec *result);
int clock_getres(clockid_t clock, struct timespec *result);
int timespec_get(struct timespec *result, int base);
time_t timelocal(struct tm *parts);
int dysize(int year);
#endif
