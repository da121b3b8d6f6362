// shows: a child that leaves by _exit does not write its copy of the buffer

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("written once");
    if (fork() == 0) {
        printf(" lost");
        _exit(0);
    }
    wait(NULL);
    printf(" at the end\n");
    return 0;
}
