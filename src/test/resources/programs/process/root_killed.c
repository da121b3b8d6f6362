// shows: a program that kills itself; its unflushed text dies with it

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("a line\n");
    printf("a rest");
    kill(getpid(), SIGTERM);
    printf("never\n");
    return 0;
}
