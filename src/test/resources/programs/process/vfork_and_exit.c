// shows: vfork with a child that leaves at once by _exit: the parent goes on afterwards

#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    printf("before ");
    pid_t pid = vfork();
    if (pid == 0)
        _exit(6);
    waitpid(pid, &status, 0);
    printf("after, %d\n", WEXITSTATUS(status));
    return 0;
}
