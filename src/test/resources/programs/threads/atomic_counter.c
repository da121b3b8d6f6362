// shows: steps on an atomic object lose nothing, whichever way they are written
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int steps, sums, calls;
static _Atomic(long) down = 60000;
static int plain_but_called;

static void *count(void *unused) {
    for (int i = 0; i < 3000; i++) {
        steps++;
        ++steps;
        sums += 3;
        atomic_fetch_add(&calls, 1);
        atomic_fetch_add_explicit(&calls, 2, memory_order_relaxed);
        down--;
        down -= 2;
        __atomic_add_fetch(&plain_but_called, 1, __ATOMIC_RELAXED);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    printf("%d %d %d %ld %d\n", steps, sums, calls, down, plain_but_called);
    return 0;
}
