// shows: the same twenty, counted through exit statuses: each process reports itself and its children's sum
// curriculum: B7

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t root = getpid();
    fork();
    fork() && fork() || fork();
    fork();
    int processes = 1, status;
    while (wait(&status) > 0)
        processes += WEXITSTATUS(status);
    if (getpid() != root)
        exit(processes);
    printf("%d processes\n", processes);
    return 0;
}
