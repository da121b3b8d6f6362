// shows: abort ends the process by SIGABRT; unflushed text is lost and no atexit function runs

#include <stdio.h>
#include <stdlib.h>

static void handler(void) { puts("never"); }

int main(void)
{
    atexit(handler);
    printf("a line\n");
    printf("a rest");
    abort();
}
