// shows: a child may overflow its stack; its parent counts how often

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

long forever(long n)
{
    return n + forever(n + 1) % 2;
}

int main(void)
{
    int crashes = 0;
    for (int i = 0; i < 3; i++) {
        int status;
        if (fork() == 0)
            _exit(forever(i));
        wait(&status);
        crashes += WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV;
    }
    printf("%d\n", crashes);
    return 0;
}
