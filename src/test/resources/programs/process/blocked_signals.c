// shows: a blocked signal waits, once however often it was sent; a child starts with none waiting

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int runs;

static void handler(int number) { runs++; }

int main(void)
{
    sigset_t set, waiting;
    signal(SIGUSR1, handler);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL);
    raise(SIGUSR1);
    raise(SIGUSR1);
    sigpending(&waiting);
    printf("%d %d\n", sigismember(&waiting, SIGUSR1), runs);
    fflush(stdout);
    if (fork() == 0) {
        sigpending(&waiting);
        sigprocmask(SIG_UNBLOCK, &set, NULL);
        printf("child %d %d\n", sigismember(&waiting, SIGUSR1), runs);
        return 0;
    }
    wait(NULL);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    printf("parent %d\n", runs);
    return 0;
}
