// shows: children print one after the other because the parent waits for each

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 1; i <= 4; i++) {
        if (fork() == 0) {
            printf("%d\n", i);
            exit(0);
        }
        wait(NULL);
    }
    printf("all done\n");
    return 0;
}
