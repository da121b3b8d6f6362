// shows: a full binary tree of 31 processes, printed in post-order

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void grow(int depth, int number)
{
    for (int side = 0; depth > 0 && side < 2; side++) {
        fflush(stdout);
        if (fork() == 0) {
            grow(depth - 1, 2 * number + side);
            exit(0);
        }
        wait(NULL);
    }
    printf("%d ", number);
}

int main(void)
{
    grow(4, 1);
    printf("\n");
    return 0;
}
