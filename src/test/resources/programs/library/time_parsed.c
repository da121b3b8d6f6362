// shows: strptime reads what strftime writes
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

static void try(const char *text, const char *format)
{
    struct tm parts;
    memset(&parts, 0, sizeof parts);
    char *rest = strptime(text, format, &parts);
    printf("\"%s\" as \"%s\": ", text, format);
    if (rest)
        printf("%d-%d-%d %d:%d:%d, day %d of the week, %d of the year, %ld; rest \"%s\"\n", parts.tm_year, parts.tm_mon, parts.tm_mday,
               parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_wday, parts.tm_yday, parts.tm_gmtoff, rest);
    else
        printf("no\n");
}

int main(void)
{
    try("2024-02-29 13:14:15 and more", "%Y-%m-%d %H:%M:%S");
    try("Mon, 12 Feb 2001 18:31:01 GMT", "%a, %d %b %Y %H:%M:%S GMT");
    try("12/31/99", "%D");
    try("12/31/68", "%m/%d/%y");
    try("3 march 2020", "%d %B %Y");
    try("11:05 PM", "%I:%M %p");
    try("12:05 am", "%I:%M %p");
    try("2023 200", "%Y %j");
    try("1700000000", "%s");
    try("2024-01-01T10:00:00+0530", "%FT%T%z");
    try("2024-13-01", "%Y-%m-%d");
    try("24:00", "%H:%M");
    try("99%", "%y%%");
    try("  7   8", "%e %d");
    try("19 85", "%C %y");
    try("Thu Jan  1 00:00:00 1970", "%c");
    try("x", "%d");
    return 0;
}
