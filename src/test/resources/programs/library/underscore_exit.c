// shows: _exit runs no atexit function and flushes nothing

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void handler(void) { puts("never"); }

int main(void)
{
    atexit(handler);
    printf("this waits in a pipe\n");
    fprintf(stderr, "leaving\n");
    _exit(4);
}
