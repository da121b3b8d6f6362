// shows: wait and waitpid fail with ECHILD when there is nobody to wait for

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status = 77;
    pid_t r = wait(&status);
    printf("%d %d %s\n", r, status, strerror(errno));
    errno = 0;
    r = waitpid(-1, NULL, WNOHANG);
    printf("%d %d\n", r, errno == ECHILD);
    errno = 0;
    r = waitpid(getpid(), NULL, 0);
    printf("%d %d\n", r, errno == ECHILD);
    errno = 0;
    r = waitpid(getppid(), NULL, 0);
    printf("%d %d\n", r, errno == ECHILD);
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    printf("%d", waitpid(pid, NULL, 0) == pid);
    printf(" %d", waitpid(pid, NULL, 0));
    printf(" %d\n", errno == ECHILD);
    errno = 0;
    r = waitpid(-1, NULL, 12345678);
    printf("%d %d\n", r, errno == EINVAL);
    return 0;
}
