// shows: spin locks keep a counter right; trylock tells EBUSY
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_spinlock_t lock;
static long counter;

static void *work(void *unused) {
    for (int i = 0; i < 500; i++) {
        pthread_spin_lock(&lock);
        counter++;
        pthread_spin_unlock(&lock);
    }
    return NULL;
}

static void *tries(void *unused) {
    return (void *)(long)pthread_spin_trylock(&lock);
}

int main(void) {
    pthread_t threads[3];
    void *result;
    printf("init %d\n", pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE));
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, work, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    printf("%ld\n", counter);
    pthread_spin_lock(&lock);
    pthread_create(&threads[0], NULL, tries, NULL);
    pthread_join(threads[0], &result);
    printf("busy %d\n", (long)result == EBUSY);
    pthread_spin_unlock(&lock);
    printf("free %d, destroy %d\n", pthread_spin_trylock(&lock), pthread_spin_destroy(&lock));
    return 0;
}
