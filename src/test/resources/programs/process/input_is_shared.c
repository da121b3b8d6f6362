// shows: as long as nothing was read ahead the descriptor is shared: what one reads the other misses
// stdin: one\ntwo\nthree\n

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    char line[32];
    if (fork() == 0) {
        int c;
        while ((c = getchar()) != EOF)
            putchar(c);
        return 0;
    }
    wait(NULL);
    printf("parent: %d\n", getchar());
    return 0;
}
