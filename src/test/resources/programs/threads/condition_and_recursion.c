// shows: a thread that waits on a condition variable gives its error-checking mutex to others
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static int stage;

static void *work(void *unused) {
    pthread_mutex_lock(&mutex);
    stage = 1;
    pthread_cond_signal(&condition);
    while (stage != 2)
        pthread_cond_wait(&condition, &mutex);
    printf("thread holds it: lock again %d\n", pthread_mutex_lock(&mutex) == EDEADLK);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

int main(void) {
    pthread_mutexattr_t attributes;
    pthread_t thread;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_init(&mutex, &attributes);
    pthread_mutex_lock(&mutex);
    pthread_create(&thread, NULL, work, NULL);
    while (stage != 1)
        pthread_cond_wait(&condition, &mutex);
    printf("main holds it: lock again %d\n", pthread_mutex_lock(&mutex) == EDEADLK);
    stage = 2;
    pthread_cond_signal(&condition);
    pthread_mutex_unlock(&mutex);
    pthread_join(thread, NULL);
    printf("unlock what is free %d\n", pthread_mutex_unlock(&mutex) == EPERM);
    return 0;
}
