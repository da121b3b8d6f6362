// shows: TZ decides what localtime, mktime and strftime make of a moment
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *zones[] = {
    "UTC", "CST-8", "EST5EDT", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+0330>-3:30", "XYZ3ABC,J60/2,300/4",
    "NZST-12NZDT,M9.5.0,M4.1.0/3", "Nowhere", "", "X"
};

int main(void)
{
    for (int i = 0; i < sizeof zones / sizeof *zones; i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        printf("%s: %s %s %ld %d\n", zones[i], tzname[0], tzname[1], timezone, daylight);
        for (time_t moment = 1700012345; moment < 1740000000; moment += 5000000) {
            char text[64];
            struct tm *parts = localtime(&moment);
            strftime(text, sizeof text, "%F %T %z %Z", parts);
            struct tm copy = *parts;
            printf("    %s %d %s", text, parts->tm_isdst, mktime(&copy) == moment ? "and back\n" : "and not back\n");
        }
    }
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    for (int summer = -1; summer < 2; summer++) {
        struct tm gap = {.tm_year = 124, .tm_mon = 2, .tm_mday = 31, .tm_hour = 2, .tm_min = 30, .tm_isdst = summer};
        struct tm twice = {.tm_year = 124, .tm_mon = 9, .tm_mday = 27, .tm_hour = 2, .tm_min = 30, .tm_isdst = summer};
        struct tm winter = {.tm_year = 124, .tm_mon = 0, .tm_mday = 40, .tm_hour = 12, .tm_isdst = summer};
        if (summer >= 0)
            printf("%ld %ld\n", (long)mktime(&gap), (long)mktime(&twice));
        printf("%ld ", (long)mktime(&winter));
        printf("%s", asctime(&winter));
    }
    time_t moment = 1720000000;
    printf("%s", ctime(&moment));
    printf("%s", asctime(gmtime(&moment)));
    return 0;
}
