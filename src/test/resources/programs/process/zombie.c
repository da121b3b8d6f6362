// shows: a child that has ended but was not waited for still has its pid; after wait it is gone
// curriculum: claim 14

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    siginfo_t info;
    pid_t pid = fork();
    if (pid == 0)
        _exit(9);
    waitid(P_PID, pid, &info, WEXITED | WNOWAIT);
    printf("ended with %d, not yet collected\n", info.si_status);
    printf("kill 0: %d\n", kill(pid, 0));
    printf("kill 9: %d\n", kill(pid, SIGKILL));
    int status;
    waitpid(pid, &status, 0);
    printf("collected: exit %d\n", WEXITSTATUS(status));
    printf("kill 0: %d", kill(pid, 0));
    printf(" %d\n", errno == ESRCH);
    return 0;
}
