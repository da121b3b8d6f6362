// shows: fork(); fork() && fork() || fork(); fork(); makes twenty processes
// curriculum: B7

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    fork();
    fork() && fork() || fork();
    fork();
    printf("+\n");
    while (wait(NULL) > 0)
        ;
    return 0;
}
