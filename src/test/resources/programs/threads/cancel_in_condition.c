// shows: who is cancelled in pthread_cond_wait has the mutex in its cleanup handler, which gives it back
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t never = PTHREAD_COND_INITIALIZER;
static pthread_cond_t waiting = PTHREAD_COND_INITIALIZER;
static int waits;

static void give_back(void *mutex) {
    printf("unlock %d\n", pthread_mutex_unlock(mutex));
}

static void *work(void *unused) {
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(give_back, &mutex);
    waits = 1;
    pthread_cond_signal(&waiting);
    for (;;)
        pthread_cond_wait(&never, &mutex);
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void) {
    pthread_t thread;
    void *result;
    pthread_create(&thread, NULL, work, NULL);
    pthread_mutex_lock(&mutex);
    while (!waits)
        pthread_cond_wait(&waiting, &mutex);
    pthread_mutex_unlock(&mutex);
    pthread_cancel(thread);
    pthread_join(thread, &result);
    printf("cancelled %d, mutex is free %d\n", result == PTHREAD_CANCELED, pthread_mutex_trylock(&mutex) == 0);
    return 0;
}
