// shows: the child does not begin at the top of main but behind fork, deep inside calls
// curriculum: claim 5

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int depth(int n)
{
    if (n == 0) {
        return fork() == 0 ? 1 : 0;
    }
    int r = depth(n - 1);
    if (r)
        printf("child returns from depth %d\n", n);
    return r;
}

int main(void)
{
    printf("once\n");
    fflush(stdout);
    if (depth(3)) {
        exit(0);
    }
    wait(NULL);
    printf("parent goes on\n");
    return 0;
}
