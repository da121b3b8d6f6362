// shows: abort and a failed assertion both end a child by SIGABRT

#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    if (fork() == 0) {
        printf("lost with the child");
        abort();
    }
    wait(&status);
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    fflush(stdout);
    if (fork() == 0) {
        assert(getppid() == 0);
        exit(0);
    }
    wait(&status);
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    return 0;
}
