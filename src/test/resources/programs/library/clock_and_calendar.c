// shows: time goes forwards; fixed moments as calendar dates in UTC

#include <stdio.h>
#include <time.h>

int main(void)
{
    time_t before = time(NULL), again;
    time(&again);
    printf("%d %d\n", before > 1600000000, again >= before);
    printf("%d\n", clock() >= 0);
    printf("%g\n", difftime(100, 40));
    time_t moment = 1000000000;
    struct tm *t = gmtime(&moment);
    printf("%d-%02d-%02d %02d:%02d:%02d %d %d\n", t->tm_year + 1900, t->tm_mon + 1, t->tm_mday, t->tm_hour, t->tm_min,
           t->tm_sec, t->tm_wday, t->tm_yday);
    char text[64];
    strftime(text, sizeof text, "%a %d %b %Y %H:%M", t);
    puts(text);
    printf("%s", ctime(&moment));
    struct timespec now;
    printf("%d\n", clock_gettime(CLOCK_MONOTONIC, &now));
    printf("%d\n", now.tv_nsec < 1000000000);
    return 0;
}
