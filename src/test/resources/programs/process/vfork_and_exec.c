// shows: the parent of a vfork goes on when its child has become another program, and learns why if it could not

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t start(const char *path, volatile int *error)
{
    pid_t pid = vfork();
    if (pid == 0) {
        execl(path, "name", "-c", "exit 3", (char *)NULL);
        *error = errno;
        _exit(127);
    }
    return pid;
}

int main(void)
{
    volatile int error = 0;
    int status;

    start("/bin/sh", &error);
    printf("%d\n", error);
    wait(&status);
    printf("%d\n", WEXITSTATUS(status));
    start("/no/such/program", &error);
    printf("%d\n", error == ENOENT);
    wait(&status);
    printf("%d\n", WEXITSTATUS(status));
    return 0;
}
