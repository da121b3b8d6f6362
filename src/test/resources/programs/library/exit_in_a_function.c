// shows: exit ends the process from any depth and flushes what waits

#include <stdio.h>
#include <stdlib.h>

static void deeper(int n)
{
    if (n == 5) {
        printf(" out");
        exit(EXIT_FAILURE + n);
    }
    printf("%d", n);
    deeper(n + 1);
    printf("never");
}

int main(void)
{
    deeper(1);
    return 0;
}
