// shows: _exit leaves behind what waits in the buffer: nothing of a line on a terminal, all of it in a pipe

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("a whole line\n");
    printf("the start of one");
    _exit(0);
}
