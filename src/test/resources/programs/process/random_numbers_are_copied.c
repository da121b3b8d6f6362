// shows: the state of rand is copied: parent and child draw the same numbers

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    srand(2024);
    rand();
    if (fork() == 0) {
        printf("child  %d %d\n", rand(), 1);
        printf("child  %d\n", rand() % 100);
        exit(0);
    }
    wait(NULL);
    printf("parent %d %d\n", rand(), 1);
    printf("parent %d\n", rand() % 100);
    return 0;
}
