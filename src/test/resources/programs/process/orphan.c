// shows: when a parent ends first its child gets another parent and lives on
// curriculum: claim 7
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    pid_t parent = getpid();
    if (fork() == 0) {
        while (getppid() == parent)
            usleep(1000);
        printf("orphan: my parent has changed\n");
        return 5;
    }
    printf("parent: goodbye\n");
    return 3;
}
