// shows: a function without a declaration may be called with fewer or more arguments than it has

#include <stdio.h>

int main(void)
{
    int status = 1;
    fflush(stdout);
    if (fork(status++) == 0) {
        _exit(3);
    }
    wait();
    printf("status %d, pid %d\n", status, getpid(1, 2) > 0);
    return twice(4, 5, 6);
}

int twice(int n)
{
    return 2 * n;
}
