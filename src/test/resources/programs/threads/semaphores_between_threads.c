// shows: two unnamed semaphores make two threads take turns
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t ping, pong;

static void *work(void *unused) {
    for (int i = 0; i < 4; i++) {
        sem_wait(&ping);
        printf("  pong %d\n", i);
        sem_post(&pong);
    }
    return NULL;
}

int main(void) {
    pthread_t thread;
    int value;
    printf("init %d %d\n", sem_init(&ping, 0, 0), sem_init(&pong, 0, 0));
    pthread_create(&thread, NULL, work, NULL);
    for (int i = 0; i < 4; i++) {
        printf("ping %d\n", i);
        sem_post(&ping);
        sem_wait(&pong);
    }
    pthread_join(thread, NULL);
    printf("try %d\n", sem_trywait(&ping) == -1 && errno == EAGAIN);
    sem_post(&ping);
    sem_post(&ping);
    sem_getvalue(&ping, &value);
    printf("value %d, destroy %d\n", value, sem_destroy(&ping));
    return 0;
}
