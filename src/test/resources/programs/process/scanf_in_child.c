// shows: the child reads the number, the parent learns it from the exit status
// stdin: 42 7\n

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int n = 0, status;
    if (fork() == 0) {
        scanf("%d", &n);
        exit(n);
    }
    wait(&status);
    printf("%d %d", n, WEXITSTATUS(status));
    printf(" %d\n", scanf("%d", &n));
    return 0;
}
