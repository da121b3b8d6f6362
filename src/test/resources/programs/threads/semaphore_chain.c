// shows: each thread waits for its predecessor's semaphore, so the last made runs last
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

#define N 8
static sem_t links[N + 1];

static void *work(void *argument) {
    long me = (long)argument;
    sem_wait(&links[me]);
    printf("%ld", me);
    sem_post(&links[me + 1]);
    return NULL;
}

int main(void) {
    pthread_t thread;
    for (int i = 0; i <= N; i++)
        sem_init(&links[i], 0, 0);
    for (long i = N - 1; i >= 0; i--) {
        pthread_create(&thread, NULL, work, (void *)i);
        pthread_detach(thread);
    }
    sem_post(&links[0]);
    sem_wait(&links[N]);
    puts(".");
    return 0;
}
