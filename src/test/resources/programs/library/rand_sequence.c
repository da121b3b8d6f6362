// shows: rand without srand starts as with seed 1; the numbers are glibc's own

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    for (int i = 0; i < 5; i++) {
        printf("%d ", rand());
    }
    srand(1);
    printf("\n%d\n", rand());
    for (int i = 0; i < 1000; i++) {
        rand();
    }
    printf("%d %d\n", rand(), RAND_MAX);
    return 0;
}
