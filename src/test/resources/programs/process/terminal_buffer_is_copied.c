// shows: a line of more than 1024 bytes on a terminal: its beginning comes once, the rest twice

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 110; i++) {
        printf("%09d ", i);
    }
    if (fork() == 0)
        return 0;
    wait(NULL);
    printf("\n");
    return 0;
}
