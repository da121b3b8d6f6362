// shows: only eight bits of an exit status survive

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int values[] = {255, 256, 257, -1, -256, 1000, 65536, 0x7fffffff};
    for (int i = 0; i < 8; i++) {
        int status;
        fflush(stdout);
        if (fork() == 0)
            exit(values[i]);
        wait(&status);
        printf("%d arrives as %d (%#x)\n", values[i], WEXITSTATUS(status), status);
    }
    return 0;
}
