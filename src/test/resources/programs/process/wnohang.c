// shows: waitpid with WNOHANG returns 0 while the child lives and its pid once it has ended

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        pause();
        _exit(1);
    }
    printf("%d\n", waitpid(pid, &status, WNOHANG));
    printf("%d\n", waitpid(-1, NULL, WNOHANG));
    kill(pid, SIGKILL);
    pid_t r;
    int tries = 0;
    while ((r = waitpid(pid, &status, WNOHANG)) == 0) {
        tries++;
        usleep(500);
    }
    printf("%d %d\n", r == pid, WTERMSIG(status));
    printf("%d\n", waitpid(pid, &status, WNOHANG));
    return 0;
}
