// shows: each process multiplies what its child returns

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int n = 5, status, root = 1;
    while (n > 1) {
        if (fork() == 0) {
            n--;
            root = 0;
            continue;
        }
        wait(&status);
        n *= WEXITSTATUS(status);
        break;
    }
    if (!root)
        exit(n);
    printf("%d\n", n);
    return 0;
}
