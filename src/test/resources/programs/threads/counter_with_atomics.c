// shows: atomic built-ins do without a lock
#include <pthread.h>
#include <stdio.h>

static long counter;
static int seen, swaps;

static void *increment(void *unused) {
    for (int i = 0; i < 2000; i++)
        __sync_fetch_and_add(&counter, 1);
    if (__sync_bool_compare_and_swap(&seen, 0, 1))
        __sync_fetch_and_add(&swaps, 1);
    return NULL;
}

int main(void) {
    pthread_t threads[5];
    for (int i = 0; i < 5; i++)
        pthread_create(&threads[i], NULL, increment, NULL);
    for (int i = 0; i < 5; i++)
        pthread_join(threads[i], NULL);
    printf("%ld, the first was one: %d\n", counter, swaps);
    return 0;
}
