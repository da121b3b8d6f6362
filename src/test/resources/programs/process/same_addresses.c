// shows: a variable has the same address in parent and child and yet another value
// curriculum: claim 4

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int global;

int main(void)
{
    int local, status;
    int *heap = malloc(4);
    unsigned long before = (unsigned long) &local ^ (unsigned long) &global ^ (unsigned long) heap;
    global = local = *heap = 1;
    if (fork() == 0) {
        unsigned long now = (unsigned long) &local ^ (unsigned long) &global ^ (unsigned long) heap;
        global = local = *heap = 2;
        _exit(now == before ? local + global + *heap : 100);
    }
    wait(&status);
    printf("child %d, parent %d\n", WEXITSTATUS(status), local + global + *heap);
    return 0;
}
