// shows: threads allocate, grow and free at once; nobody's memory is another's
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int wrong;

static void *work(void *argument) {
    int me = 1 + (int)(long)argument;
    char *blocks[20] = {0};
    for (int i = 0; i < 400; i++) {
        int at = i * 7 % 20;
        size_t size = 16 + i * 37 % 500;
        if (blocks[at]) {
            for (int k = 0; k < 16; k++)
                if (blocks[at][k] != me)
                    wrong = 1;
            if (i % 3 == 0) {
                free(blocks[at]);
                blocks[at] = NULL;
            }
        }
        blocks[at] = realloc(blocks[at], size);
        memset(blocks[at], me, size);
    }
    for (int i = 0; i < 20; i++)
        free(blocks[i]);
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    printf("wrong %d\n", wrong);
    return 0;
}
