// shows: a handler runs and the program goes on

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t seen;

static void handler(int number)
{
    seen += number;
}

int main(void)
{
    printf("%d\n", signal(SIGUSR1, handler) == SIG_DFL);
    kill(getpid(), SIGUSR1);
    printf("%d\n", seen == SIGUSR1);
    raise(SIGUSR1);
    raise(SIGUSR1);
    printf("%d\n", seen == 3 * SIGUSR1);
    printf("%d\n", signal(SIGUSR1, SIG_IGN) == handler);
    raise(SIGUSR1);
    printf("%d\n", seen == 3 * SIGUSR1);
    signal(SIGUSR1, SIG_DFL);
    fflush(stdout);
    raise(SIGUSR1);
    return 0;
}
