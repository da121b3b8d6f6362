// shows: a process can wait only for its own children

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t first = fork();
    if (first == 0)
        pause();
    int status;
    if (fork() == 0) {
        int r = waitpid(first, NULL, WNOHANG);
        exit(r == -1 && errno == ECHILD ? 10 : 20);
    }
    waitpid(-1, &status, 0);
    printf("a sibling cannot be waited for: %d\n", WEXITSTATUS(status));
    kill(first, 15);
    printf("%d\n", wait(&status) == first);
    return 0;
}
