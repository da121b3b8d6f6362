// shows: __fpending counts what waits, and __fpurge forgets it

#include <stdio.h>
#include <stdio_ext.h>

int main(void)
{
    printf("forgotten");
    int waiting = (int)__fpending(stdout);
    __fpurge(stdout);
    printf("%d\n", waiting);
    return 0;
}
