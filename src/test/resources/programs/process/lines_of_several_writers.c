// shows: lines written by ten processes at once stay whole
// order: lines

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 10; i++) {
        if (fork() == 0) {
            for (int k = 0; k < 5; k++)
                printf("process %d, line %d of 5\n", i, k + 1);
            return 0;
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("all ten have ended\n");
    return 0;
}
