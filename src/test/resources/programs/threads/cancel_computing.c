// shows: a thread that only computes is cancelled when it comes to pthread_testcancel, not before
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t begun, cancelled;
static volatile int after_cancel, after_test;

static void *computes(void *unused) {
    int state, type;
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &state);
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    printf("enabled %d, deferred %d\n", state == PTHREAD_CANCEL_ENABLE, type == PTHREAD_CANCEL_DEFERRED);
    sem_post(&begun);
    while (sem_trywait(&cancelled))
        ;
    for (int i = 0; i < 10000; i++)
        after_cancel++;
    pthread_testcancel();
    after_test = 1;
    return NULL;
}

int main(void) {
    pthread_t thread;
    void *result;
    sem_init(&begun, 0, 0);
    sem_init(&cancelled, 0, 0);
    pthread_create(&thread, NULL, computes, NULL);
    sem_wait(&begun);
    pthread_cancel(thread);
    sem_post(&cancelled);
    pthread_join(thread, &result);
    printf("went on to %d, behind the test %d, cancelled %d\n", after_cancel, after_test, result == PTHREAD_CANCELED);
    return 0;
}
