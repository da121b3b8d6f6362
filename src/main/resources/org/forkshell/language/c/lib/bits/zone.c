/* Time zones: TZ as POSIX has it, or a file of zoneinfo (RFC 8536). */
#include <bits/zone.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A day of the year at which the clock is put forward or back. */
struct __change {
    char kind;
    int month;
    int week;
    int day;
    long second;
};

/* The rule of a TZ such as CET-1CEST,M3.5.0,M10.5.0/3. */
static int __has_rule;
static char __names[2][16];
static long __offsets[2];
static int __has_summer;
static struct __change __changes[2];

/* What a file of zoneinfo holds; behind its last moment the rule is valid. */
static unsigned char *__file;
static long __count;
static const unsigned char *__moments;
static const unsigned char *__kinds;
static const unsigned char *__types;
static const char *__letters;

static char __read_for[256];
static int __is_read;

static long __days(long year, int month, int day) {
    struct tm parts = {0};
    parts.tm_year = year - 1900;
    parts.tm_mon = month;
    parts.tm_mday = day;
    return timegm(&parts) / 86400;
}

static const char *__name(const char *text, char *to) {
    size_t length;
    if (*text == '<') {
        text++;
        length = strcspn(text, ">");
    } else {
        length = strcspn(text, "+-,0123456789<>\n");
    }
    if (length < 3 || length > 15)
        return NULL;
    memcpy(to, text, length);
    to[length] = 0;
    text += length;
    return *text == '>' ? text + 1 : text;
}

/* hh[:mm[:ss]] in seconds. */
static const char *__clock_time(const char *text, long *seconds) {
    int sign = 1;
    int part;
    long unit = 3600;
    char *end;
    if (*text == '+' || *text == '-')
        sign = *text++ == '-' ? -1 : 1;
    if (*text < '0' || *text > '9')
        return NULL;
    *seconds = 0;
    for (part = 0; part < 3; part++) {
        *seconds += strtol(text, &end, 10) * unit;
        unit /= 60;
        text = end;
        if (*text != ':')
            break;
        text++;
    }
    *seconds *= sign;
    return text;
}

static const char *__change_of(const char *text, struct __change *change) {
    char *end;
    change->second = 7200;
    change->kind = 'N';
    if (*text == 'M') {
        change->kind = 'M';
        change->month = strtol(text + 1, &end, 10) - 1;
        if (*end != '.')
            return NULL;
        change->week = strtol(end + 1, &end, 10);
        if (*end != '.')
            return NULL;
        change->day = strtol(end + 1, &end, 10);
    } else {
        if (*text == 'J') {
            change->kind = 'J';
            text++;
        }
        if (*text < '0' || *text > '9')
            return NULL;
        change->day = strtol(text, &end, 10);
    }
    text = end;
    return *text == '/' ? __clock_time(text + 1, &change->second) : text;
}

static int __read_rule(const char *text) {
    long seconds;
    text = __name(text, __names[0]);
    if (!text || !(text = __clock_time(text, &seconds)))
        return 0;
    __offsets[0] = -seconds;
    __has_summer = 0;
    if (*text && *text != '\n') {
        text = __name(text, __names[1]);
        if (!text)
            return 0;
        __has_summer = 1;
        __offsets[1] = __offsets[0] + 3600;
        if (*text && *text != ',' && *text != '\n') {
            text = __clock_time(text, &seconds);
            if (!text)
                return 0;
            __offsets[1] = -seconds;
        }
        if (*text != ',')
            text = ",M3.2.0,M11.1.0";
        text = __change_of(text + 1, &__changes[0]);
        if (!text || *text != ',' || !__change_of(text + 1, &__changes[1]))
            return 0;
    }
    return 1;
}

/* The second of the year's clock at which a change comes. */
static long __moment_of(const struct __change *change, long year) {
    long days;
    if (change->kind == 'M') {
        long next = change->month == 11 ? __days(year + 1, 0, 1) : __days(year, change->month + 1, 1);
        int weekday;
        days = __days(year, change->month, 1);
        weekday = (days % 7 + 7 + 4) % 7;
        days += (change->day - weekday + 7) % 7 + 7 * (change->week - 1);
        while (days >= next)
            days -= 7;
    } else {
        int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        days = __days(year, 0, 1) + change->day;
        if (change->kind == 'J' && !(leap && change->day >= 60))
            days--;
    }
    return days * 86400 + change->second;
}

static struct __wall __by_rule(time_t moment) {
    struct __wall wall = {__offsets[0], 0, __names[0]};
    if (__has_summer) {
        time_t local = moment + __offsets[0];
        struct tm parts;
        long begin, end;
        gmtime_r(&local, &parts);
        begin = __moment_of(&__changes[0], parts.tm_year + 1900l) - __offsets[0];
        end = __moment_of(&__changes[1], parts.tm_year + 1900l) - __offsets[1];
        if (begin < end ? moment >= begin && moment < end : moment >= begin || moment < end) {
            wall.offset = __offsets[1];
            wall.summer = 1;
            wall.name = __names[1];
        }
    }
    return wall;
}

static long __big_endian(const unsigned char *at, int bytes) {
    long value = (signed char)*at;
    while (--bytes > 0)
        value = value << 8 | *++at;
    return value;
}

static struct __wall __by_type(int type) {
    const unsigned char *at = __types + 6 * type;
    struct __wall wall;
    wall.offset = __big_endian(at, 4);
    wall.summer = at[4];
    wall.name = __letters + at[5];
    return wall;
}

static struct __wall __by_file(time_t moment) {
    long low = 0;
    long high = __count;
    if (__count == 0 || moment < __big_endian(__moments, 8))
        return __count == 0 && __has_rule ? __by_rule(moment) : __by_type(0);
    if (__has_rule && moment >= __big_endian(__moments + 8 * (__count - 1), 8))
        return __by_rule(moment);
    while (high - low > 1) {
        long middle = (low + high) / 2;
        if (moment < __big_endian(__moments + 8 * middle, 8))
            high = middle;
        else
            low = middle;
    }
    return __by_type(__kinds[low]);
}

/* Takes the second block of a file, which has 64 bits for a moment. */
static int __read_file(const char *name) {
    char path[320];
    FILE *stream;
    long size;
    long counts[6];
    long block = 0;
    int i, round;
    const unsigned char *at;
    if (*name == '/')
        snprintf(path, sizeof path, "%s", name);
    else
        snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
    stream = strstr(name, "..") ? NULL : fopen(path, "re");
    if (!stream)
        return 0;
    free(__file);
    __file = malloc(65536);
    size = __file ? fread(__file, 1, 65535, stream) : 0;
    fclose(stream);
    if (size > 0)
        __file[size] = 0;
    for (round = 0; round < 2; round++) {
        at = __file + block;
        if (size - block < 44 || memcmp(at, "TZif", 4) != 0 || at[4] < '2')
            return 0;
        /* Indicators of UTC and of standard time, leap seconds, moments, types, letters. */
        for (i = 0; i < 6; i++)
            counts[i] = __big_endian(at + 20 + 4 * i, 4);
        if (round == 0)
            block = 44 + counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0];
    }
    at += 44;
    __count = counts[3];
    __moments = at;
    __kinds = at + 8 * __count;
    __types = __kinds + __count;
    __letters = (const char *)__types + 6 * counts[4];
    at = (const unsigned char *)__letters + counts[5] + 12 * counts[2] + counts[1] + counts[0];
    if (at >= __file + size)
        return 0;
    __has_rule = *at == '\n' && __read_rule((const char *)at + 1);
    return 1;
}

/* What is no zone is UTC under its own name. */
static void __be_utc(const char *zone) {
    __has_rule = 1;
    __has_summer = 0;
    __offsets[0] = 0;
    if (!*zone)
        strcpy(__names[0], "UTC");
    else if (!__name(zone, __names[0]))
        __names[0][0] = 0;
    strcpy(__names[1], *zone ? "" : "UTC");
}

/* The names of the file's last standard and last summer time. */
static void __name_by_file(void) {
    long i;
    struct __wall wall = __by_type(0);
    tzname[0] = tzname[1] = (char *)wall.name;
    timezone = -wall.offset;
    daylight = 0;
    for (i = 0; i < __count; i++) {
        wall = __by_type(__kinds[i]);
        tzname[wall.summer != 0] = (char *)wall.name;
        if (wall.summer)
            daylight = 1;
        else
            timezone = -wall.offset;
    }
    if (!daylight)
        tzname[1] = tzname[0];
}

void __read_zone(void) {
    const char *zone = getenv("TZ");
    const char *key = zone ? zone : "/etc/localtime";
    int by_file;
    if (__is_read && strcmp(key, __read_for) == 0)
        return;
    __is_read = 1;
    snprintf(__read_for, sizeof __read_for, "%s", key);
    free(__file);
    __file = NULL;
    __has_rule = 0;
    if (*key == ':')
        key++;
    by_file = *key && __read_file(key);
    if (!by_file) {
        free(__file);
        __file = NULL;
        __has_rule = *key && __read_rule(key);
        if (__has_rule && !__has_summer)
            strcpy(__names[1], __names[0]);
        if (!__has_rule)
            __be_utc(key);
    }
    if (__file) {
        __name_by_file();
    } else {
        tzname[0] = __names[0];
        tzname[1] = __names[1];
        timezone = -__offsets[0];
        daylight = __has_summer;
    }
}

struct __wall __wall_at(time_t moment) {
    return __file ? __by_file(moment) : __by_rule(moment);
}
