// shows: WUNTRACED and WCONTINUED report a child that stops and goes on

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void report(int status)
{
    printf("exited %d signalled %d stopped %d continued %d\n", !!WIFEXITED(status), !!WIFSIGNALED(status),
           !!WIFSTOPPED(status), !!WIFCONTINUED(status));
}

int main(void)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        kill(getpid(), SIGSTOP);
        pause();
    }
    waitpid(pid, &status, WUNTRACED);
    report(status);
    printf("%d\n", WSTOPSIG(status) == SIGSTOP);
    printf("%d\n", waitpid(pid, &status, WNOHANG));
    kill(pid, SIGCONT);
    waitpid(pid, &status, WCONTINUED);
    report(status);
    kill(pid, SIGTERM);
    waitpid(pid, &status, 0);
    report(status);
    return 0;
}
