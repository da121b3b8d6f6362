// shows: an array of variable length that no stack can hold is a segmentation fault

#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>

int main(void)
{
    long n = 50000000;
    int status;
    if (fork() == 0) {
        int a[n];
        a[0] = 1;
        a[n - 1] = 2;
        printf("%d\n", a[0] + a[n - 1]);
        _exit(0);
    }
    wait(&status);
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status));
    return 0;
}
