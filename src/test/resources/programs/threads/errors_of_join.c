// shows: joining oneself is an error; pthread_tryjoin_np and pthread_timedjoin_np do not wait for ever
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static sem_t go;

static void *waits(void *unused) {
    sem_wait(&go);
    return "waited";
}

int main(void) {
    pthread_t thread;
    struct timespec until;
    void *result = NULL;
    sem_init(&go, 0, 0);
    printf("oneself %d\n", pthread_join(pthread_self(), NULL) == EDEADLK);
    pthread_create(&thread, NULL, waits, NULL);
    printf("try %d\n", pthread_tryjoin_np(thread, &result) == EBUSY);
    clock_gettime(CLOCK_REALTIME, &until);
    printf("timed %d\n", pthread_timedjoin_np(thread, &result, &until) == ETIMEDOUT);
    sem_post(&go);
    until.tv_sec += 100;
    printf("timed %d", pthread_timedjoin_np(thread, &result, &until));
    printf(" %s\n", (char *)result);
    pthread_create(&thread, NULL, waits, NULL);
    sem_post(&go);
    while (pthread_tryjoin_np(thread, &result) == EBUSY)
        usleep(1000);
    printf("tried long enough: %s\n", (char *)result);
    return 0;
}
