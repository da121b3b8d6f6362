// shows: many blocks of many sizes keep their contents while others come and go

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCKS 200

int main(void)
{
    unsigned char *blocks[BLOCKS] = {NULL};
    size_t sizes[BLOCKS];
    unsigned state = 1;
    long checked = 0;
    for (int round = 0; round < 20000; round++) {
        state = state * 1103515245 + 12345;
        int i = (state >> 16) % BLOCKS;
        if (blocks[i]) {
            for (size_t k = 0; k < sizes[i]; k += 17) {
                if (blocks[i][k] != (unsigned char) i) {
                    printf("block %d damaged\n", i);
                    return 1;
                }
            }
            checked++;
            free(blocks[i]);
            blocks[i] = NULL;
        } else {
            sizes[i] = 1 + (state >> 8) % 900;
            blocks[i] = malloc(sizes[i]);
            memset(blocks[i], i, sizes[i]);
        }
    }
    printf("%ld blocks checked\n", checked);
    return 0;
}
