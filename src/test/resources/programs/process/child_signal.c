// shows: a SIGCHLD handler that collects all children

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t collected, sum;

static void collect(int number)
{
    int status, keep = errno;
    while (waitpid(-1, &status, WNOHANG) > 0) {
        collected++;
        sum += WEXITSTATUS(status);
    }
    errno = keep;
}

int main(void)
{
    sigset_t block, before;
    struct sigaction action = {.sa_handler = collect, .sa_flags = SA_RESTART};
    sigaction(SIGCHLD, &action, NULL);
    sigemptyset(&block);
    sigaddset(&block, SIGCHLD);
    sigprocmask(SIG_BLOCK, &block, &before);
    for (int i = 1; i <= 5; i++)
        if (fork() == 0)
            _exit(i);
    while (collected < 5)
        sigsuspend(&before);
    printf("%d %d\n", collected, sum);
    signal(SIGCHLD, SIG_IGN);
    sigprocmask(SIG_UNBLOCK, &block, NULL);
    if (fork() == 0)
        _exit(9);
    printf("%d", wait(NULL));
    printf(" %d\n", errno == ECHILD);
    return 0;
}
