// shows: the parent learns what the child gave to exit or returned from main
// curriculum: claim 14

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    if (fork() == 0)
        exit(42);
    wait(&status);
    printf("%d %d %d\n", WIFEXITED(status), WEXITSTATUS(status), WIFSIGNALED(status));
    if (fork() == 0)
        return 17;
    wait(&status);
    printf("%d %d\n", WEXITSTATUS(status), status);
    if (fork() == 0)
        _exit(0);
    wait(&status);
    printf("%d\n", status);
    return 0;
}
