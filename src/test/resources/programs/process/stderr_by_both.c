// shows: stderr is not buffered, so nothing of it is copied
// order: lines

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    fprintf(stderr, "before\n");
    pid_t pid = fork();
    fprintf(stderr, pid ? "parent\n" : "child\n");
    if (pid)
        wait(NULL);
    return 0;
}
