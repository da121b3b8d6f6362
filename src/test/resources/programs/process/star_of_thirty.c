// shows: one parent with thirty children, collected one by one

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN 30

int main(void)
{
    pid_t pids[CHILDREN];
    int i, status, right = 0;
    for (i = 0; i < CHILDREN; i++) {
        pids[i] = fork();
        if (pids[i] == -1) {
            perror("fork");
            exit(1);
        }
        if (pids[i] == 0)
            break;
    }
    if (i < CHILDREN)
        exit(100 + i);
    for (i = 0; i < CHILDREN; i++) {
        waitpid(pids[i], &status, 0);
        right += WEXITSTATUS(status) == 100 + i;
    }
    printf("%d of %d\n", right, CHILDREN);
    return 0;
}
