// shows: the status word taken apart with shifts and masks

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main()
{
    int status;
    if (fork() == 0)
        exit(5);
    wait(&status);
    printf("%d %d %d\n", status, status >> 8, status & 0x7f);
    if (fork() == 0)
        kill(getpid(), SIGTERM);
    wait(&status);
    printf("%d %d %d\n", status, status >> 8, status & 0x7f);
}
