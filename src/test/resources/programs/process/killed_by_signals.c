// shows: a child ended by a signal: which one the parent is told

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int signals[] = {SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGALRM, SIGPIPE};
    for (int i = 0; i < 7; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            for (;;)
                pause();
        }
        kill(pid, signals[i]);
        int status;
        waitpid(pid, &status, 0);
        printf("%d %d %d\n", WIFEXITED(status), WIFSIGNALED(status), WTERMSIG(status) == signals[i]);
    }
    return 0;
}
