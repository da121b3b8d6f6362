// shows: equal seeds give equal numbers; seed 0 counts as 1

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    unsigned seeds[] = {0, 1, 2, 42, 12345, 2147483647, 4294967295u};
    for (int i = 0; i < 7; i++) {
        srand(seeds[i]);
        printf("%u:", seeds[i]);
        for (int k = 0; k < 4; k++) {
            printf(" %d", rand());
        }
        putchar('\n');
    }
    srand(7);
    for (int i = 0; i < 10; i++) {
        printf("%d ", rand() % 6 + 1);
    }
    putchar('\n');
    srandom(7);
    printf("%ld\n", random());
    unsigned state = 5;
    int a = rand_r(&state), b = rand_r(&state);
    printf("%d %d %u\n", a, b, state);
    return 0;
}
