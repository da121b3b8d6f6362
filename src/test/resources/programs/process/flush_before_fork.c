// shows: fflush before fork leaves nothing to copy
// curriculum: claim 9

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("line\n");
    printf("rest ");
    fflush(stdout);
    if (fork() == 0) {
        printf("child\n");
        return 0;
    }
    wait(NULL);
    printf("parent\n");
    return 0;
}
