// shows: with asynchronous cancellation an endless loop ends
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t begun;

static void say(void *unused) {
    puts("cleaned up");
}

static void *spins(void *unused) {
    int old;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
    printf("was deferred %d\n", old == PTHREAD_CANCEL_DEFERRED);
    pthread_cleanup_push(say, NULL);
    sem_post(&begun);
    for (volatile long n = 0;; n++)
        ;
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void) {
    pthread_t thread;
    void *result;
    sem_init(&begun, 0, 0);
    pthread_create(&thread, NULL, spins, NULL);
    sem_wait(&begun);
    pthread_cancel(thread);
    pthread_join(thread, &result);
    printf("cancelled %d\n", result == PTHREAD_CANCELED);
    return 0;
}
