// shows: both processes print their own pid and their parent's; the numbers differ from run to run
// curriculum: B1
// mask: \d+
// order: lines

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main()
{
    pid_t pid = fork();
    if (pid == 0)
        printf("child %d of %d\n", getpid(), getppid());
    else {
        printf("parent %d made %d\n", getpid(), pid);
        wait(NULL);
    }
}
