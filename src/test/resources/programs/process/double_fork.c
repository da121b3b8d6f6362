// shows: a grandchild whose parent ends at once does not belong to the grandparent

#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t middle = fork();
    if (middle == 0) {
        pid_t parent = getpid();
        if (fork() == 0) {
            while (getppid() == parent)
                usleep(1000);
            _exit(99);
        }
        _exit(1);
    }
    int status;
    printf("%d", wait(&status) == middle);
    printf(" %d\n", WEXITSTATUS(status));
    printf("%d", wait(&status));
    printf(" %d\n", errno == ECHILD);
    return 0;
}
