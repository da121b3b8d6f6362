// shows: what waits in stdout's buffer is lost by exec, which replaces all memory
// curriculum: claim 21

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("a line\n");
    printf("a rest");
    execlp("echo", "echo", "the new program", NULL);
    return 1;
}
