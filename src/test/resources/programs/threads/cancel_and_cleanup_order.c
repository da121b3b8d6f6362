// shows: cancellation in write-free code: handlers see the mutex held, a second cancel changes nothing
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static sem_t begun, go;
static char order[16];
static int count;

static void note(void *letter) {
    order[count++] = *(char *)letter;
}

static void unlock(void *mutex) {
    note("u");
    pthread_mutex_unlock(mutex);
}

static void *work(void *unused) {
    int old;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    pthread_cleanup_push(note, "a");
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, &mutex);
    pthread_cleanup_push(note, "b");
    sem_post(&begun);
    sem_wait(&go);
    note("w");
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
    pthread_testcancel();
    note("x");
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void) {
    pthread_t thread;
    void *result;
    sem_init(&begun, 0, 0);
    sem_init(&go, 0, 0);
    pthread_create(&thread, NULL, work, NULL);
    sem_wait(&begun);
    printf("%d %d\n", pthread_cancel(thread), pthread_cancel(thread));
    sem_post(&go);
    pthread_join(thread, &result);
    printf("%s, cancelled %d, free %d\n", order, result == PTHREAD_CANCELED, pthread_mutex_trylock(&mutex) == 0);
    return 0;
}
