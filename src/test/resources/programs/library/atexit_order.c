// shows: functions registered with atexit run in reverse order, one registered twice runs twice

#include <stdio.h>
#include <stdlib.h>

static int runs;

static void first(void) { printf("first (%d)\n", ++runs); }
static void second(void) { printf("second (%d)\n", ++runs); }
static void third(void) { printf("third, no newline (%d)", ++runs); }

int main(void)
{
    printf("%d\n", atexit(third));
    atexit(first);
    atexit(second);
    atexit(first);
    printf("main ends\n");
    return 3;
}
