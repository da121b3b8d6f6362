// shows: after fork a thread-local object has the same address in the child, and a value of its own
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

_Thread_local int counter = 40;
static _Thread_local int *place;

int main(void) {
    counter++;
    place = &counter;
    pid_t pid = fork();
    if (pid == 0) {
        counter += 100;
        printf("child %d %d %d\n", counter, *place, place == &counter);
        return 0;
    }
    wait(NULL);
    counter++;
    printf("parent %d %d %d\n", counter, *place, place == &counter);
    return 0;
}
