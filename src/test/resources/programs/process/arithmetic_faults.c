// shows: division, remainder and the one quotient that does not fit: all SIGFPE

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    volatile int zero = 0, minus = -1, lowest = INT_MIN;
    volatile unsigned long none = 0;
    for (int i = 0; i < 5; i++) {
        int status;
        fflush(stdout);
        if (fork() == 0) {
            int r = 0;
            switch (i) {
            case 0: r = 7 / zero; break;
            case 1: r = 7 % zero; break;
            case 2: r = lowest / minus; break;
            case 3: r = 7ul % none; break;
            case 4: r = 7 / minus; break;
            }
            exit(r == -7 ? 0 : 1);
        }
        wait(&status);
        if (WIFSIGNALED(status))
            printf("%d: signal %d\n", i, WTERMSIG(status));
        else
            printf("%d: exit %d\n", i, WEXITSTATUS(status));
    }
    return 0;
}
