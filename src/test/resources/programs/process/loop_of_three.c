// shows: three rounds of forking: 14 lines on a terminal, more in a pipe where buffers are copied too
// curriculum: B3
// order: lines

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 3; i++) {
        if (fork() == 0)
            printf("son\n");
        else
            printf("father\n");
    }
    return 0;
}
