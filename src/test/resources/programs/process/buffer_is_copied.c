// shows: what waits in stdout's buffer is copied by fork and written by both at exit

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("line\n");
    printf("rest ");
    if (fork() == 0) {
        printf("child\n");
        exit(0);
    }
    wait(NULL);
    printf("parent\n");
    return 0;
}
