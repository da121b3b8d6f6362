// shows: Peterson's lock works with atomic objects, whose steps all threads see in one order
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int wants[2], turn;
static int counter;

static void *count(void *number) {
    int own = (int)(long)number, other = 1 - own;
    for (int i = 0; i < 3000; i++) {
        wants[own] = 1;
        turn = other;
        while (wants[other] && turn == other)
            sched_yield();
        counter++;
        wants[own] = 0;
    }
    return NULL;
}

int main(void) {
    pthread_t threads[2];
    for (long i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, count, (void *)i);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    printf("%d\n", counter);
    return 0;
}
