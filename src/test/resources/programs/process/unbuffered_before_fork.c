// shows: without buffering there is nothing to copy
// curriculum: claim 9

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    printf("rest ");
    if (fork() == 0) {
        printf("child ");
        _exit(0);
    }
    wait(NULL);
    printf("parent");
    return 0;
}
