// shows: strtol in many bases and where it stops

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const char *text, int base)
{
    char *end;
    errno = 0;
    long n = strtol(text, &end, base);
    printf("[%s] %d: %ld, stops at [%s], errno %d\n", text, base, n, end, errno);
}

int main(void)
{
    show("123", 10);
    show("  -42 rest", 10);
    show("ff", 16);
    show("0xFF", 16);
    show("0xFF", 0);
    show("0777", 0);
    show("0777", 10);
    show("0b101", 0);
    show("101", 2);
    show("zz", 36);
    show("129", 8);
    show("", 10);
    show("abc", 10);
    show("+", 10);
    show("0x", 16);
    show("08", 0);
    printf("%ld\n", strtol("77", NULL, 8));
    char *end;
    errno = 0;
    strtol("5", &end, 1);
    printf("%d\n", errno == EINVAL);
    return 0;
}
