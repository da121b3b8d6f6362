// shows: counting processes by their lines
// curriculum: B6

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 3; i++) {
        fork();
        printf("+\n");
    }
    while (wait(NULL) > 0)
        ;
    return 0;
}
