#include <bits/sigevent.h>
#include <bits/sleep.h>
#include <bits/zone.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <strings.h>
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

int timespec_get(struct timespec *result, int base) {
    if (base != TIME_UTC)
        return 0;
    clock_gettime(CLOCK_REALTIME, result);
    return base;
}

int nanosleep(const struct timespec *wanted, struct timespec *left) {
    return __clock_nanosleep(CLOCK_REALTIME, 0, wanted, left);
}

/* It returns its error. */
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left) {
    int before = errno;
    int error = __clock_nanosleep(clock, flags, wanted, left) < 0 ? errno : 0;
    errno = before;
    return clock == CLOCK_THREAD_CPUTIME_ID ? EINVAL : error;
}

int clock_getcpuclockid(pid_t pid, clockid_t *clock) {
    clockid_t wanted = ~pid << 3 | 2;
    struct timespec unit;
    int before = errno;
    int bad = clock_getres(wanted, &unit) < 0;
    errno = before;
    if (bad)
        return ESRCH;
    *clock = wanted;
    return 0;
}

int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer) {
    struct sigevent standard;
    int number;
    if (event && event->sigev_notify == SIGEV_THREAD) {
        errno = ENOSYS;
        return -1;
    }
    if (!event) {
        memset(&standard, 0, sizeof standard);
        standard.sigev_notify = SIGEV_SIGNAL;
        standard.sigev_signo = SIGALRM;
        standard.sigev_value.sival_ptr = timer;
        event = &standard;
    }
    if (__timer_create(clock, event, &number) < 0)
        return -1;
    *timer = (timer_t)(long)number;
    return 0;
}

int timer_settime(timer_t timer, int flags, const struct itimerspec *wanted, struct itimerspec *old) {
    return __timer_settime((int)(long)timer, flags, wanted, old);
}

int timer_gettime(timer_t timer, struct itimerspec *left) {
    return __timer_gettime((int)(long)timer, left);
}

int timer_getoverrun(timer_t timer) {
    return __timer_getoverrun((int)(long)timer);
}

int timer_delete(timer_t timer) {
    return __timer_delete((int)(long)timer);
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
    struct __wall wall;
    time_t shown;
    __read_zone();
    wall = __wall_at(*moment);
    shown = *moment + wall.offset;
    gmtime_r(&shown, parts);
    parts->tm_isdst = wall.summer;
    parts->tm_gmtoff = wall.offset;
    parts->tm_zone = wall.name;
    return parts;
}

static struct tm __parts;

struct tm *gmtime(const time_t *moment) {
    gmtime_r(moment, &__parts);
    __parts.tm_zone = "GMT";
    return &__parts;
}

struct tm *localtime(const time_t *moment) {
    return localtime_r(moment, &__parts);
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

/* Which moment shows that on the wall? Where two do, or none, tm_isdst says as what it is meant. */
time_t mktime(struct tm *parts) {
    struct tm copy = *parts;
    time_t shown = timegm(&copy);
    int summer = parts->tm_isdst > 0;
    struct __wall before, after;
    time_t found;
    __read_zone();
    before = __wall_at(shown - 86400);
    after = __wall_at(shown + 86400);
    if (parts->tm_isdst < 0 || (before.summer == summer && after.summer == summer)) {
        found = shown - before.offset;
        if (__wall_at(found).offset != before.offset && __wall_at(shown - after.offset).offset == after.offset)
            found = shown - after.offset;
    } else {
        struct __wall meant = before.summer == summer ? before : after;
        if (meant.summer != summer) {
            /* Half a year away it may be so. */
            struct __wall other = __wall_at(shown - 15768000);
            if (other.summer != summer)
                other = __wall_at(shown + 15768000);
            if (other.summer == summer)
                meant = other;
        }
        found = shown - meant.offset;
    }
    localtime_r(&found, parts);
    return found;
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

void tzset(void) {
    __read_zone();
}

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
            case 'z': {
                long minutes = (parts->tm_gmtoff < 0 ? -parts->tm_gmtoff : parts->tm_gmtoff) / 60;
                sprintf(piece, "%c%02ld%02ld", parts->tm_gmtoff < 0 ? '-' : '+', minutes / 60, minutes % 60);
                break;
            }
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

/* One of the names, or its first three letters, in any case; its number or -1. */
static int __named(const char **text, const char (*names)[10], int count) {
    int i;
    for (i = 0; i < count; i++) {
        size_t length = strlen(names[i]);
        if (strncasecmp(*text, names[i], length) != 0)
            length = 3;
        if (strncasecmp(*text, names[i], length) == 0) {
            *text += length;
            return i;
        }
    }
    return -1;
}

static int __digits(const char **text, int most, int low, int high, int *value) {
    int count = 0;
    while (**text == ' ')
        ++*text;
    *value = 0;
    while (count < most && **text >= '0' && **text <= '9') {
        *value = *value * 10 + *(*text)++ - '0';
        count++;
    }
    return count > 0 && *value >= low && *value <= high;
}

char *strptime(const char *text, const char *format, struct tm *parts) {
    int value;
    int century = -1, in_century = -1;
    int afternoon = -1;
    int has_month = 0, has_day = 0, wants_day = 0, has_yday = 0, has_weekday = 0;
    for (; *format; format++) {
        if (*format == ' ' || *format >= '\t' && *format <= '\r') {
            while (*text == ' ' || *text >= '\t' && *text <= '\r')
                text++;
            continue;
        }
        if (*format != '%') {
            if (*text++ != *format)
                return NULL;
            continue;
        }
        format++;
        while (*format == '_' || *format == '-' || *format == '0' || *format == '^' || *format == '#')
            format++;
        if (*format == 'E' || *format == 'O')
            format++;
        switch (*format) {
        case '%':
            if (*text++ != '%')
                return NULL;
            break;
        case 'a':
        case 'A':
            if ((value = __named(&text, __day_names, 7)) < 0)
                return NULL;
            parts->tm_wday = value;
            has_weekday = 1;
            break;
        case 'b':
        case 'B':
        case 'h':
            if ((value = __named(&text, __month_names, 12)) < 0)
                return NULL;
            parts->tm_mon = value;
            has_month = wants_day = 1;
            break;
        case 'c':
            text = strptime(text, "%a %b %e %H:%M:%S %Y", parts);
            has_month = has_day = wants_day = has_weekday = 1;
            break;
        case 'C':
            if (!__digits(&text, 2, 0, 99, &century))
                return NULL;
            break;
        case 'd':
        case 'e':
            if (!__digits(&text, 2, 1, 31, &parts->tm_mday))
                return NULL;
            has_day = wants_day = 1;
            break;
        case 'x':
        case 'D':
            text = strptime(text, "%m/%d/%y", parts);
            has_month = has_day = wants_day = 1;
            break;
        case 'F':
            text = strptime(text, "%Y-%m-%d", parts);
            has_month = has_day = wants_day = 1;
            break;
        case 'k':
        case 'H':
            if (!__digits(&text, 2, 0, 23, &parts->tm_hour))
                return NULL;
            afternoon = -1;
            break;
        case 'l':
        case 'I':
            if (!__digits(&text, 2, 1, 12, &value))
                return NULL;
            parts->tm_hour = value % 12;
            if (afternoon < 0)
                afternoon = 0;
            break;
        case 'j':
            if (!__digits(&text, 3, 1, 366, &value))
                return NULL;
            parts->tm_yday = value - 1;
            has_yday = 1;
            break;
        case 'm':
            if (!__digits(&text, 2, 1, 12, &value))
                return NULL;
            parts->tm_mon = value - 1;
            has_month = wants_day = 1;
            break;
        case 'M':
            if (!__digits(&text, 2, 0, 59, &parts->tm_min))
                return NULL;
            break;
        case 'n':
        case 't':
            while (*text == ' ' || *text >= '\t' && *text <= '\r')
                text++;
            break;
        case 'P':
        case 'p':
            if (strncasecmp(text, "AM", 2) == 0)
                afternoon = 0;
            else if (strncasecmp(text, "PM", 2) == 0)
                afternoon = 12;
            else
                return NULL;
            text += 2;
            break;
        case 'r':
            text = strptime(text, "%I:%M:%S %p", parts);
            break;
        case 'R':
            text = strptime(text, "%H:%M", parts);
            break;
        case 's': {
            char *end;
            time_t moment = strtol(text, &end, 10);
            if (end == text)
                return NULL;
            text = end;
            localtime_r(&moment, parts);
            break;
        }
        case 'S':
            if (!__digits(&text, 2, 0, 61, &parts->tm_sec))
                return NULL;
            break;
        case 'X':
        case 'T':
            text = strptime(text, "%H:%M:%S", parts);
            break;
        case 'u':
            if (!__digits(&text, 1, 1, 7, &value))
                return NULL;
            parts->tm_wday = value % 7;
            has_weekday = 1;
            break;
        case 'g':
        case 'U':
        case 'V':
        case 'W':
            if (!__digits(&text, 2, 0, *format == 'g' ? 99 : 53, &value))
                return NULL;
            break;
        case 'G':
            if (!__digits(&text, 4, 0, 9999, &value))
                return NULL;
            break;
        case 'w':
            if (!__digits(&text, 1, 0, 6, &parts->tm_wday))
                return NULL;
            has_weekday = 1;
            break;
        case 'y':
            if (!__digits(&text, 2, 0, 99, &in_century))
                return NULL;
            parts->tm_year = in_century < 69 ? in_century + 100 : in_century;
            wants_day = 1;
            break;
        case 'Y':
            if (!__digits(&text, 4, 0, 9999, &value))
                return NULL;
            parts->tm_year = value - 1900;
            century = -1;
            wants_day = 1;
            break;
        case 'z': {
            int sign;
            while (*text == ' ')
                text++;
            if (*text == 'Z') {
                text++;
                parts->tm_gmtoff = 0;
                break;
            }
            if (*text != '+' && *text != '-')
                return NULL;
            sign = *text++ == '-' ? -1 : 1;
            if (!__digits(&text, 2, 0, 14, &value))
                return NULL;
            parts->tm_gmtoff = sign * value * 3600l;
            if (*text == ':')
                text++;
            if (*text >= '0' && *text <= '9') {
                if (!__digits(&text, 2, 0, 59, &value))
                    return NULL;
                parts->tm_gmtoff += sign * value * 60l;
            }
            break;
        }
        case 'Z':
            break;
        default:
            return NULL;
        }
        if (!text)
            return NULL;
    }
    if (afternoon > 0)
        parts->tm_hour += 12;
    if (century >= 0) {
        parts->tm_year = (century - 19) * 100 + (in_century >= 0 ? in_century : 0);
        wants_day = 1;
    }
    if (wants_day && !has_weekday) {
        struct tm day = {0};
        day.tm_year = parts->tm_year;
        if (has_yday && !(has_month && has_day)) {
            day.tm_mday = parts->tm_yday + 1;
            timegm(&day);
            if (!has_month)
                parts->tm_mon = day.tm_mon;
            if (!has_day)
                parts->tm_mday = day.tm_mday;
        }
        day.tm_mon = parts->tm_mon;
        day.tm_mday = parts->tm_mday;
        timegm(&day);
        parts->tm_wday = day.tm_wday;
    }
    if (wants_day && !has_yday) {
        struct tm first = {0};
        first.tm_year = parts->tm_year;
        first.tm_mon = parts->tm_mon;
        first.tm_mday = 1;
        timegm(&first);
        parts->tm_yday = first.tm_yday + parts->tm_mday - 1;
    }
    return (char *)text;
}

time_t timelocal(struct tm *parts) {
    return mktime(parts);
}

int dysize(int year) {
    return 365 + __is_leap(year);
}
