// shows: a child that changes its environment does not change its parent's
// env: COLOUR=red

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        setenv("COLOUR", "blue", 1);
        setenv("SHAPE", "round", 1);
        printf("%s %s\n", getenv("COLOUR"), getenv("SHAPE"));
        return 0;
    }
    wait(NULL);
    printf("%s [%s]\n", getenv("COLOUR"), getenv("SHAPE"));
    return 0;
}
