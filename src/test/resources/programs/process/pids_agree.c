// shows: what fork returned is the child's getpid, and the child's getppid is the parent's getpid

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        printf("child: %d %d %d\n", child, getppid() == parent, getpid() != parent);
        exit(0);
    }
    pid_t waited = wait(NULL);
    printf("parent: %d %d %d\n", child > 0, waited == child, getpid() == parent);
    return 0;
}
