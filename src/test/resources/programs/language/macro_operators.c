// shows: # makes a string of an argument, ## joins, __VA_ARGS__ passes on

#include <stdio.h>

#define TEXT(x) #x
#define EXPANDED(x) TEXT(x)
#define JOIN(a, b) a##b
#define VARIABLE(n) JOIN(value, n)
#define SHOW(e) printf(#e " = %d\n", e)
#define LOG(...) printf("log: " __VA_ARGS__)
#define LOGF(format, ...) printf(format "\n", ##__VA_ARGS__)
#define FIRST(a, ...) a
#define COUNT 12
#define NAMES(X) X(READY) X(RUNNING) X(GONE)
#define AS_ENUM(n) n,
#define AS_TEXT(n) #n,

enum { NAMES(AS_ENUM) HOW_MANY };
static const char *names[] = {NAMES(AS_TEXT)};

int main(void)
{
    puts(TEXT(COUNT));
    puts(EXPANDED(COUNT));
    puts(TEXT( spaces   inside "and\n quotes" 'c' ));
    int value1 = 10, value2 = 20;
    printf("%d\n", JOIN(value, 1) + VARIABLE(2));
    SHOW(1 + 2 * 3);
    SHOW(value1 > value2);
    LOG("%d %d\n", 1, 2);
    LOGF("no arguments");
    LOGF("%s %d", "two", 2);
    printf("%d\n", FIRST(7, 8, 9));
    printf("%d\n", JOIN(0x, ff));
    for (int i = 0; i < HOW_MANY; i++) {
        printf("%d %s\n", i, names[i]);
    }
    return 0;
}
