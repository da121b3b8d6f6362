// shows: each round only the child goes on forking: a chain made by a for loop
// order: lines

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int i;
    for (i = 0; i < 5; i++) {
        if (fork() > 0) {
            wait(NULL);
            break;
        }
    }
    printf("process %d\n", i);
    return i;
}
