// shows: the numbers of signals and their texts

#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV,
                     SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP};
    for (int i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        printf("%d %s\n", signals[i], strsignal(signals[i]));
    }
    psignal(SIGSEGV, "psignal");
    return 0;
}
