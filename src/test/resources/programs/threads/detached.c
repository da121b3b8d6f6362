// shows: a detached thread cannot be joined; one detached later neither
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t go, done;

static void *work(void *unused) {
    sem_wait(&go);
    sem_post(&done);
    return NULL;
}

static void *detaches_itself(void *unused) {
    printf("itself %d\n", pthread_detach(pthread_self()));
    sem_post(&done);
    return NULL;
}

int main(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    sem_init(&go, 0, 0);
    sem_init(&done, 0, 0);
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    printf("create %d\n", pthread_create(&thread, &attributes, work, NULL));
    printf("join %d, detach %d\n", pthread_join(thread, NULL) == EINVAL, pthread_detach(thread) == EINVAL);
    sem_post(&go);
    sem_wait(&done);
    pthread_create(&thread, NULL, work, NULL);
    printf("detach %d\n", pthread_detach(thread));
    printf("join %d, detach %d\n", pthread_join(thread, NULL) == EINVAL, pthread_detach(thread) == EINVAL);
    sem_post(&go);
    sem_wait(&done);
    pthread_create(&thread, NULL, detaches_itself, NULL);
    sem_wait(&done);
    return 0;
}
