// shows: a child that is killed does not write its copy of the buffer

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("start ");
    pid_t pid = fork();
    if (pid == 0) {
        printf("child, line\n");
        printf("child, rest");
        kill(getpid(), SIGKILL);
    }
    wait(NULL);
    printf("end\n");
    return 0;
}
