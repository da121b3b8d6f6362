// shows: kill with signal 0 only asks whether a process is there

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("%d\n", kill(getpid(), 0));
    pid_t pid = fork();
    if (pid == 0)
        for (;;)
            pause();
    printf("%d\n", kill(pid, 0));
    kill(pid, SIGKILL);
    wait(NULL);
    printf("%d", kill(pid, 0));
    printf(" %d\n", errno == ESRCH);
    return 0;
}
