// shows: children are in their parent's group until moved; waitpid can wait for a group

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t group = getpgrp();
    int status;
    if (fork() == 0)
        exit(getpgrp() == group ? 1 : 2);
    waitpid(0, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
    pid_t moved = fork();
    if (moved == 0) {
        setpgid(0, 0);
        exit(getpgrp() == getpid() ? 3 : 4);
    }
    setpgid(moved, moved);
    pid_t stayed = fork();
    if (stayed == 0)
        exit(5);
    printf("%d", waitpid(-moved, &status, 0) == moved);
    printf(" %d\n", WEXITSTATUS(status));
    printf("%d", waitpid(-moved, &status, 0));
    printf(" %d\n", errno == ECHILD);
    printf("%d\n", waitpid(0, NULL, 0) == stayed);
    return 0;
}
