// shows: each process makes one child and waits: the innermost speaks first

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int depth = 0;
    while (depth < 8 && fork() == 0)
        depth++;
    wait(NULL);
    printf("%d\n", depth);
    return 0;
}
