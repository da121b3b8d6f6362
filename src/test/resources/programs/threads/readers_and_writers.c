// shows: readers under a rwlock never see half of what a writer does
#include <pthread.h>
#include <stdio.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int a, b, halves;

static void *reader(void *unused) {
    for (int i = 0; i < 200; i++) {
        pthread_rwlock_rdlock(&lock);
        if (a != b)
            __sync_fetch_and_add(&halves, 1);
        pthread_rwlock_unlock(&lock);
    }
    return NULL;
}

static void *writer(void *unused) {
    for (int i = 0; i < 100; i++) {
        pthread_rwlock_wrlock(&lock);
        a++;
        b++;
        pthread_rwlock_unlock(&lock);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[6];
    for (int i = 0; i < 6; i++)
        pthread_create(&threads[i], NULL, i % 3 ? reader : writer, NULL);
    for (int i = 0; i < 6; i++)
        pthread_join(threads[i], NULL);
    printf("%d %d, halves seen: %d\n", a, b, halves);
    return 0;
}
