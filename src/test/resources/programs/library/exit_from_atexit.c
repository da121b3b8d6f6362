// shows: exit called by an atexit function changes the status; the remaining functions still run

#include <stdio.h>
#include <stdlib.h>

static void remaining(void) { puts("remaining"); }
static void leave(void)
{
    puts("leave with 9");
    exit(9);
}

int main(void)
{
    atexit(remaining);
    atexit(leave);
    puts("return 1");
    return 1;
}
