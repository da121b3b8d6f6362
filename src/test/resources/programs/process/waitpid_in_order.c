// shows: waitpid collects children in the order one asks for, whatever the order they ended in

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define N 6

int main(void)
{
    pid_t pids[N];
    for (int i = 0; i < N; i++) {
        if ((pids[i] = fork()) == 0)
            exit(i * i);
    }
    for (int i = N - 1; i >= 0; i--) {
        int status;
        pid_t r = waitpid(pids[i], &status, 0);
        printf("child %d: %d %d\n", i, r == pids[i], WEXITSTATUS(status));
    }
    return 0;
}
