/* Local time is UTC. */
#include <bits/sleep.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

char *tzname[2] = {"UTC", "UTC"};
long timezone;
int daylight;

static const char __day_names[7][10] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char __month_names[12][10] = {"January", "February", "March", "April", "May", "June",
                                           "July", "August", "September", "October", "November", "December"};

time_t time(time_t *result) {
    long now[2];
    __clock(CLOCK_REALTIME, now);
    if (result)
        *result = now[0];
    return now[0];
}

clock_t clock(void) {
    long used[2];
    if (__clock(CLOCK_PROCESS_CPUTIME_ID, used) < 0)
        return -1;
    return used[0] * 1000000 + used[1] / 1000;
}

int clock_gettime(clockid_t clock, struct timespec *result) {
    long now[2];
    if (__clock(clock, now) < 0)
        return -1;
    result->tv_sec = now[0];
    result->tv_nsec = now[1];
    return 0;
}

int clock_getres(clockid_t clock, struct timespec *result) {
    long now[2];
    if (__clock(clock, now) < 0)
        return -1;
    if (result) {
        result->tv_sec = 0;
        result->tv_nsec = 1;
    }
    return 0;
}

int timespec_get(struct timespec *result, int base) {
    if (base != TIME_UTC)
        return 0;
    clock_gettime(CLOCK_REALTIME, result);
    return base;
}

int nanosleep(const struct timespec *wanted, struct timespec *left) {
    long rest[2];
    if (__nanosleep(wanted->tv_sec, wanted->tv_nsec, rest) == 0)
        return 0;
    if (left && errno == EINTR) {
        left->tv_sec = rest[0];
        left->tv_nsec = rest[1];
    }
    return -1;
}

double difftime(time_t later, time_t earlier) {
    return (double)(later - earlier);
}

static int __is_leap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from 1970 to the first of March of a year: leap days come last in years that begin so. */
static long __days_before_march(long year) {
    long cycle = year >= 0 ? year / 400 : -((399 - year) / 400);
    long in_cycle = year - cycle * 400;
    return cycle * 146097 + in_cycle * 365 + in_cycle / 4 - in_cycle / 100 - 719468;
}

struct tm *gmtime_r(const time_t *moment, struct tm *parts) {
    long days = *moment / 86400;
    long seconds = *moment % 86400;
    long year;
    long day;
    int month;
    if (seconds < 0) {
        seconds += 86400;
        days--;
    }
    parts->tm_sec = seconds % 60;
    parts->tm_min = seconds / 60 % 60;
    parts->tm_hour = seconds / 3600;
    parts->tm_wday = (days + 4) % 7;
    if (parts->tm_wday < 0)
        parts->tm_wday += 7;
    year = days < 0 ? 1968 + days / 365 : 1969 + days / 366;
    while (__days_before_march(year + 1) <= days)
        year++;
    day = days - __days_before_march(year);
    /* March and the months behind it have 153 days in five. */
    month = (int)((5 * day + 2) / 153);
    parts->tm_mday = (int)(day - (153 * month + 2) / 5) + 1;
    parts->tm_mon = month < 10 ? month + 2 : month - 10;
    if (month >= 10)
        year++;
    parts->tm_year = year - 1900;
    parts->tm_yday = days - (__days_before_march(year - 1) + 306);
    parts->tm_isdst = 0;
    parts->tm_gmtoff = 0;
    parts->tm_zone = "UTC";
    return parts;
}

struct tm *localtime_r(const time_t *moment, struct tm *parts) {
    return gmtime_r(moment, parts);
}

static struct tm __parts;

struct tm *gmtime(const time_t *moment) {
    gmtime_r(moment, &__parts);
    __parts.tm_zone = "GMT";
    return &__parts;
}

struct tm *localtime(const time_t *moment) {
    return gmtime_r(moment, &__parts);
}

time_t timegm(struct tm *parts) {
    long year = parts->tm_year + 1900l + parts->tm_mon / 12;
    int month = parts->tm_mon % 12;
    long days;
    time_t moment;
    if (month < 0) {
        month += 12;
        year--;
    }
    /* Years that begin in March. */
    if (month < 2)
        days = __days_before_march(year - 1) + (153 * (month + 10) + 2) / 5;
    else
        days = __days_before_march(year) + (153 * (month - 2) + 2) / 5;
    days += parts->tm_mday - 1;
    moment = days * 86400 + parts->tm_hour * 3600l + parts->tm_min * 60l + parts->tm_sec;
    gmtime_r(&moment, parts);
    return moment;
}

time_t mktime(struct tm *parts) {
    return timegm(parts);
}

static char __text[32 + 44];

char *asctime_r(const struct tm *parts, char *to) {
    sprintf(to, "%.3s %.3s%3d %.2d:%.2d:%.2d %d\n",
            parts->tm_wday < 0 || parts->tm_wday > 6 ? "???" : __day_names[parts->tm_wday],
            parts->tm_mon < 0 || parts->tm_mon > 11 ? "???" : __month_names[parts->tm_mon],
            parts->tm_mday, parts->tm_hour, parts->tm_min, parts->tm_sec, 1900 + parts->tm_year);
    return to;
}

char *asctime(const struct tm *parts) {
    return asctime_r(parts, __text);
}

char *ctime_r(const time_t *moment, char *to) {
    struct tm parts;
    return asctime_r(localtime_r(moment, &parts), to);
}

char *ctime(const time_t *moment) {
    return asctime(localtime(moment));
}

void tzset(void) {}

/* ISO 8601: week 1 is the one with the year's first Thursday. */
static int __iso_week(const struct tm *parts, long *year) {
    int week = (parts->tm_yday - (parts->tm_wday + 6) % 7 + 10) / 7;
    *year = parts->tm_year + 1900l;
    if (week == 0) {
        int days;
        --*year;
        days = 365 + __is_leap(*year);
        return (parts->tm_yday + days - (parts->tm_wday + 6) % 7 + 10) / 7;
    }
    if (week == 53 && parts->tm_yday - (parts->tm_wday + 6) % 7 + 3 >= 365 + __is_leap(*year)) {
        ++*year;
        return 1;
    }
    return week;
}

size_t strftime(char *to, size_t size, const char *format, const struct tm *parts) {
    char piece[64];
    size_t done = 0;
    long iso_year;
    for (; *format; format++) {
        const char *text = piece;
        const char *pattern = NULL;
        char flag = 0;
        long value = 0;
        size_t length;
        piece[0] = *format;
        piece[1] = 0;
        if (*format == '%') {
            format++;
            while (*format == '_' || *format == '-' || *format == '0' || *format == '^' || *format == '#')
                flag = *format++;
            if (*format == 'E' || *format == 'O')
                format++;
            switch (*format) {
            case 'a': snprintf(piece, sizeof piece, "%.3s", __day_names[parts->tm_wday]); break;
            case 'A': text = __day_names[parts->tm_wday]; break;
            case 'b':
            case 'h': snprintf(piece, sizeof piece, "%.3s", __month_names[parts->tm_mon]); break;
            case 'B': text = __month_names[parts->tm_mon]; break;
            case 'c': strftime(piece, sizeof piece, "%a %b %e %H:%M:%S %Y", parts); break;
            case 'C': pattern = "%ld"; value = (parts->tm_year + 1900l) / 100; break;
            case 'd': pattern = "%02ld"; value = parts->tm_mday; break;
            case 'D':
            case 'x': strftime(piece, sizeof piece, "%m/%d/%y", parts); break;
            case 'e': pattern = "%2ld"; value = parts->tm_mday; break;
            case 'F': strftime(piece, sizeof piece, "%Y-%m-%d", parts); break;
            case 'g': __iso_week(parts, &iso_year); pattern = "%02ld"; value = iso_year % 100; break;
            case 'G': __iso_week(parts, &iso_year); pattern = "%ld"; value = iso_year; break;
            case 'H': pattern = "%02ld"; value = parts->tm_hour; break;
            case 'I': pattern = "%02ld"; value = (parts->tm_hour + 11) % 12 + 1; break;
            case 'j': pattern = "%03ld"; value = parts->tm_yday + 1; break;
            case 'k': pattern = "%2ld"; value = parts->tm_hour; break;
            case 'l': pattern = "%2ld"; value = (parts->tm_hour + 11) % 12 + 1; break;
            case 'm': pattern = "%02ld"; value = parts->tm_mon + 1; break;
            case 'M': pattern = "%02ld"; value = parts->tm_min; break;
            case 'n': piece[0] = '\n'; break;
            case 'p': text = parts->tm_hour < 12 ? "AM" : "PM"; break;
            case 'P': text = parts->tm_hour < 12 ? "am" : "pm"; break;
            case 'r': strftime(piece, sizeof piece, "%I:%M:%S %p", parts); break;
            case 'R': strftime(piece, sizeof piece, "%H:%M", parts); break;
            case 's': {
                struct tm copy = *parts;
                pattern = "%ld";
                value = mktime(&copy);
                break;
            }
            case 'S': pattern = "%02ld"; value = parts->tm_sec; break;
            case 't': piece[0] = '\t'; break;
            case 'T':
            case 'X': strftime(piece, sizeof piece, "%H:%M:%S", parts); break;
            case 'u': pattern = "%ld"; value = parts->tm_wday == 0 ? 7 : parts->tm_wday; break;
            case 'U': pattern = "%02ld"; value = (parts->tm_yday + 7 - parts->tm_wday) / 7; break;
            case 'V': pattern = "%02ld"; value = __iso_week(parts, &iso_year); break;
            case 'w': pattern = "%ld"; value = parts->tm_wday; break;
            case 'W': pattern = "%02ld"; value = (parts->tm_yday + 7 - (parts->tm_wday + 6) % 7) / 7; break;
            case 'y': pattern = "%02ld"; value = (parts->tm_year % 100 + 100) % 100; break;
            case 'Y': pattern = "%ld"; value = parts->tm_year + 1900l; break;
            case 'z': text = "+0000"; break;
            case 'Z': text = parts->tm_zone ? parts->tm_zone : ""; break;
            case '%': break;
            case 0: format--; break;
            default: piece[0] = '%'; piece[1] = *format; piece[2] = 0;
            }
            if (pattern) {
                if (flag == '-')
                    pattern = "%ld";
                else if (flag == '_' && pattern[1] == '0')
                    pattern = pattern[2] == '3' ? "%3ld" : "%2ld";
                else if (flag == '0' && pattern[1] == '2')
                    pattern = "%02ld";
                snprintf(piece, sizeof piece, pattern, value);
            }
        }
        length = strlen(text);
        if (done + length >= size)
            return 0;
        memcpy(to + done, text, length);
        if (flag == '^') {
            size_t i;
            for (i = done; i < done + length; i++) {
                if (to[i] >= 'a' && to[i] <= 'z')
                    to[i] -= 32;
            }
        }
        done += length;
    }
    if (done >= size)
        return 0;
    to[done] = 0;
    return done;
}
