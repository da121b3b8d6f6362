// shows: text of the parent's that waits while children come and go is printed by each of them

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 1; i <= 3; i++) {
        printf("[%d", i);
        if (fork() == 0) {
            printf(" child]");
            exit(0);
        }
        wait(NULL);
        printf(" parent]");
    }
    printf("\n");
    return 0;
}
