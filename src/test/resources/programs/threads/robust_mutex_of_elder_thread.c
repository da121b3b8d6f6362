// shows: a thread that was made before any robust mutex was used still gives its one away when it ends
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static pthread_mutex_t first, second;
static sem_t go;

static void *work(void *unused) {
    sem_wait(&go);
    pthread_mutex_lock(&second);
    pthread_mutex_lock(&first);
    return NULL;
}

int main(void) {
    pthread_mutexattr_t attributes;
    pthread_t thread;
    sem_init(&go, 0, 0);
    pthread_create(&thread, NULL, work, NULL);
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&first, &attributes);
    pthread_mutex_init(&second, &attributes);
    pthread_mutex_lock(&first);
    pthread_mutex_unlock(&first);
    sem_post(&go);
    pthread_join(thread, NULL);
    printf("first %d\n", pthread_mutex_trylock(&first) == EOWNERDEAD);
    printf("second %d\n", pthread_mutex_lock(&second) == EOWNERDEAD);
    pthread_mutex_consistent(&first);
    pthread_mutex_consistent(&second);
    printf("unlock %d %d\n", pthread_mutex_unlock(&first), pthread_mutex_unlock(&second));
    return 0;
}
