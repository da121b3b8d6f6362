// shows: sigaction with siginfo, a mask and a one-shot handler

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile int sender, code, order, first, second;

static void details(int number, siginfo_t *info, void *context)
{
    sender = info->si_pid;
    code = info->si_code;
    raise(SIGUSR2);
    first = ++order;
}

static void other(int number)
{
    second = ++order;
}

int main(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = details;
    action.sa_flags = SA_SIGINFO | SA_RESETHAND;
    sigaddset(&action.sa_mask, SIGUSR2);
    sigaction(SIGUSR1, &action, NULL);
    signal(SIGUSR2, other);
    kill(getpid(), SIGUSR1);
    printf("%d %d\n", sender == getpid(), code == SI_USER);
    printf("%d %d\n", first, second);
    struct sigaction now;
    sigaction(SIGUSR1, NULL, &now);
    printf("%d\n", now.sa_handler == SIG_DFL);
    struct sigaction bad = {.sa_handler = SIG_IGN};
    printf("%d\n", sigaction(SIGKILL, &bad, NULL));
    return 0;
}
