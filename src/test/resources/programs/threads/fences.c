// shows: with a fence between its store and its load, at least one of two threads sees the other's
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int x, y, arrived;
static int seen[2], data;
static atomic_bool ready;

static void meet(int round) {
    atomic_fetch_add(&arrived, 1);
    while (atomic_load(&arrived) < 2 * round)
        sched_yield();
}

static void *other(void *unused) {
    for (int i = 1; i <= 300; i++) {
        meet(3 * i - 2);
        atomic_store_explicit(&y, i, memory_order_relaxed);
        atomic_thread_fence(memory_order_seq_cst);
        seen[1] = atomic_load_explicit(&x, memory_order_relaxed);
        meet(3 * i - 1);
        meet(3 * i);
    }
    while (!atomic_load_explicit(&ready, memory_order_acquire))
        sched_yield();
    printf("data %d\n", data);
    return NULL;
}

int main(void) {
    pthread_t thread;
    int both_missed = 0;
    pthread_create(&thread, NULL, other, NULL);
    for (int i = 1; i <= 300; i++) {
        meet(3 * i - 2);
        atomic_store_explicit(&x, i, memory_order_relaxed);
        __sync_synchronize();
        seen[0] = atomic_load_explicit(&y, memory_order_relaxed);
        meet(3 * i - 1);
        both_missed += seen[0] != i && seen[1] != i;
        meet(3 * i);
    }
    data = 42;
    atomic_signal_fence(memory_order_seq_cst);
    atomic_store_explicit(&ready, 1, memory_order_release);
    pthread_join(thread, NULL);
    printf("both missed: %d\n", both_missed);
    return 0;
}
