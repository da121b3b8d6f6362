// shows: sys/wait.h gives what signal.h gives

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    pid_t pid = fork();
    if (pid == 0)
        for (;;)
            pause();
    printf("%d\n", kill(pid, SIGTERM));
    printf("%d\n", waitpid(pid, &status, 0) == pid && WTERMSIG(status) == SIGTERM);
    printf("%d\n", SIG_ERR == (void (*)(int))-1);
    return 0;
}
