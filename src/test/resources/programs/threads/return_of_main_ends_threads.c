// shows: when main returns, threads that still wait are ended without cleanup
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

static sem_t begun;

static void say(void *unused) {
    puts("never cleaned up");
}

static void *work(void *unused) {
    pthread_cleanup_push(say, NULL);
    sem_post(&begun);
    pause();
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void) {
    pthread_t thread;
    sem_init(&begun, 0, 0);
    for (int i = 0; i < 3; i++) {
        pthread_create(&thread, NULL, work, NULL);
        sem_wait(&begun);
    }
    puts("main returns 9");
    return 9;
}
