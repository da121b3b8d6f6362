// shows: _Exit is _exit under its standard name

#include <stdio.h>
#include <stdlib.h>

static void handler(void) { puts("never"); }

int main(void)
{
    atexit(handler);
    printf("lost");
    _Exit(257);
}
