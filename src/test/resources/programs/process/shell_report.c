// shows: a report on each kind of end, as a shell would give it

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void report(int n, int status)
{
    if (WIFEXITED(status))
        printf("%d: exit %d, shell says %d\n", n, WEXITSTATUS(status), WEXITSTATUS(status));
    else if (WIFSIGNALED(status))
        printf("%d: %s, shell says %d\n", n, strsignal(WTERMSIG(status)), 128 + WTERMSIG(status));
}

int main(void)
{
    for (int n = 0; n < 6; n++) {
        fflush(stdout);
        pid_t pid = fork();
        if (pid == 0) {
            int zero = 0;
            switch (n) {
            case 0: return 0;
            case 1: exit(1);
            case 2: _exit(-2);
            case 3: abort();
            case 4: exit(n / zero);
            case 5: kill(getpid(), SIGKILL);
            }
        }
        int status;
        waitpid(pid, &status, 0);
        report(n, status);
    }
    return 0;
}
