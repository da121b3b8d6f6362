// shows: a lock made of an atomic flag guards what is not atomic
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_flag lock = ATOMIC_FLAG_INIT;
static int counter;

static void *count(void *unused) {
    for (int i = 0; i < 1000; i++) {
        while (atomic_flag_test_and_set_explicit(&lock, memory_order_acquire))
            sched_yield();
        counter++;
        atomic_flag_clear_explicit(&lock, memory_order_release);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[3];
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    printf("%d", counter);
    printf(" %d", atomic_flag_test_and_set(&lock));
    printf(" %d", atomic_flag_test_and_set(&lock));
    atomic_flag_clear(&lock);
    printf(" %d\n", atomic_flag_test_and_set(&lock));
    return 0;
}
