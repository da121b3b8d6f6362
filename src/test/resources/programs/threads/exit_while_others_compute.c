// shows: exit ends threads that compute for ever
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

static sem_t begun;

static void *spins(void *unused) {
    sem_post(&begun);
    for (volatile long n = 0;; n++)
        ;
}

int main(void) {
    pthread_t thread;
    sem_init(&begun, 0, 0);
    pthread_create(&thread, NULL, spins, NULL);
    pthread_create(&thread, NULL, spins, NULL);
    sem_wait(&begun);
    sem_wait(&begun);
    puts("leaves");
    exit(4);
}
