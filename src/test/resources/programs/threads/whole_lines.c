// shows: each printf of several threads comes out whole
// order: lines
#include <pthread.h>
#include <stdio.h>

static void *work(void *argument) {
    for (int i = 0; i < 20; i++)
        printf("thread %ld writes line %d: %s %.3f\n", (long)argument, i, "abcdefghijklmnopqrstuvwxyz", i / 3.0);
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
