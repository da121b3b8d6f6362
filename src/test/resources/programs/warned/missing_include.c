// shows: a function used without its header is assumed to return int
// warning: 14:5 sys/wait.h

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    int status;
    if (fork() == 0) {
        exit(4);
    }
    wait(&status);
    printf("%d\n", status >> 8);
    return 0;
}
