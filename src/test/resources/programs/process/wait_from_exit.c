// shows: an atexit function that waits for the children

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t owner;

static void collect(void)
{
    int n = 0;
    if (getpid() != owner)
        return;
    while (wait(NULL) > 0)
        n++;
    printf("collected %d\n", n);
}

int main(void)
{
    owner = getpid();
    atexit(collect);
    for (int i = 0; i < 3; i++)
        if (fork() == 0)
            exit(i);
    return 0;
}
