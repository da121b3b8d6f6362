// shows: pause returns after a handler; alarm without one ends the process

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void wake(int number) {}

int main(void)
{
    int status;
    signal(SIGALRM, wake);
    alarm(1);
    printf("%d", pause());
    printf(" %d\n", errno == EINTR);
    printf("%u", alarm(100));
    printf(" %d\n", alarm(0) > 90);
    fflush(stdout);
    if (fork() == 0) {
        signal(SIGALRM, SIG_DFL);
        ualarm(1000, 0);
        for (;;)
            pause();
    }
    wait(&status);
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM);
    return 0;
}
