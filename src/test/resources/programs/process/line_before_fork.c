// shows: a line printed before fork: once on a terminal, twice in a pipe
// curriculum: B4, claim 9
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("about to fork\n");
    pid_t pid = fork();
    if (pid == 0)
        printf("I am the child\n");
    else
        printf("I am the parent\n");
    return 0;
}
