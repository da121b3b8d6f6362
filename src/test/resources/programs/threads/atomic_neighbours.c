// shows: steps on bytes and half words leave those beside them alone
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static struct {
    _Atomic unsigned char bytes[4];
    _Atomic short halves[4];
    _Atomic _Bool truths[4];
} all;

static void *change(void *number) {
    int at = (int)(long)number;
    for (int i = 0; i < 2000; i++) {
        all.bytes[at]++;
        atomic_fetch_sub(&all.halves[at], at);
        atomic_store(&all.truths[at], i & 1);
        if (atomic_load(&all.bytes[at]) != (unsigned char)(i + 1) || all.truths[at] != (i & 1))
            printf("somebody else was here\n");
    }
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, change, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < 4; i++)
        printf("%d %d %d\n", all.bytes[i], all.halves[i], all.truths[i]);
    return 0;
}
