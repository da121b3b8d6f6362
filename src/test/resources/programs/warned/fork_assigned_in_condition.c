// shows: pid = fork() == 0 assigns the comparison
// warning: 11:9 parentheses

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t pid;
    if (pid = fork() == 0) {
        printf("child, pid is %d\n", pid);
        return 0;
    }
    wait(NULL);
    printf("parent, pid is %d\n", pid);
    return 0;
}
