// shows: three hundred threads, one after another and forty at once
#include <pthread.h>
#include <stdio.h>

static int done;

static void *work(void *argument) {
    __sync_fetch_and_add(&done, 1);
    return argument;
}

int main(void) {
    pthread_t threads[40];
    long sum = 0;
    void *result;
    for (long i = 0; i < 100; i++) {
        pthread_create(&threads[0], NULL, work, (void *)i);
        pthread_join(threads[0], &result);
        sum += (long)result;
    }
    printf("%d %ld\n", done, sum);
    for (int round = 0; round < 5; round++) {
        for (long i = 0; i < 40; i++)
            pthread_create(&threads[i], NULL, work, (void *)i);
        for (int i = 0; i < 40; i++) {
            pthread_join(threads[i], &result);
            sum += (long)result;
        }
    }
    printf("%d %ld\n", done, sum);
    return 0;
}
