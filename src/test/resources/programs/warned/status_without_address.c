// shows: wait(status) passes a number for an address; zero counts as NULL
// warning: 14:10 &status

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status = 0;
    if (fork() == 0) {
        _exit(3);
    }
    wait(status);
    printf("%d\n", status);
    return 0;
}
