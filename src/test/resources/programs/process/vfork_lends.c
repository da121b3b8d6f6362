// shows: the child of vfork works in its parent's memory, and the parent waits until it ends

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int global = 6;

int main(void)
{
    int local = 88, status;
    char *heap = calloc(1, 100000);
    pid_t pid;

    printf("before ");
    pid = vfork();
    if (pid == 0) {
        global++;
        local++;
        heap[99999] = 'x';
        usleep(100000);
        printf("child ");
        _exit(0);
    }
    printf("parent %d %d %c\n", global, local, heap[99999]);
    waitpid(pid, &status, 0);
    return status;
}
