// shows: the program is over only when its last process is; the root's status counts

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    pid_t parent = getpid();
    if (fork() == 0) {
        while (getppid() == parent)
            usleep(1000);
        printf("the last word\n");
        return 77;
    }
    return 4;
}
