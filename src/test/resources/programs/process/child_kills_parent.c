// shows: a child may end its parent
// order: lines

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    pid_t parent = getpid();
    if (fork() == 0) {
        kill(parent, SIGKILL);
        while (getppid() == parent)
            usleep(1000);
        printf("child: that was my parent\n");
        return 0;
    }
    for (;;)
        pause();
}
