// shows: the same loop without wait and with pids: late children may already be orphans
// curriculum: B2
// mask: (?<=pid )\d+|(?<=fork )[1-9]\d*
// order: lines

#include <stdio.h>
#include <unistd.h>

int main()
{
    int i;
    setbuf(stdout, NULL);
    for (i = 0; i < 2; i++) {
        pid_t pid = fork();
        if (pid == 0)
            printf("%d child ppid %d pid %d fork %d\n", i, getppid(), getpid(), pid);
        else
            printf("%d parent ppid %d pid %d fork %d\n", i, getppid(), getpid(), pid);
    }
    return 0;
}
