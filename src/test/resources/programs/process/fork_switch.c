// shows: the three outcomes of fork in a switch

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int status;
    switch (fork()) {
    case -1:
        perror("fork");
        exit(1);
    case 0:
        printf("case 0\n");
        exit(7);
    default:
        wait(&status);
        printf("default, %d\n", WEXITSTATUS(status));
    }
    return 0;
}
