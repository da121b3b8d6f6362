// shows: a semaphore of four lets at most four philosophers sit down
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t chairs, sticks[5];
static int sitting, most;

static void *dine(void *argument) {
    int me = (int)(long)argument;
    for (int i = 0; i < 20; i++) {
        sem_wait(&chairs);
        int now = __sync_add_and_fetch(&sitting, 1);
        if (now > 4)
            most = now;
        sem_wait(&sticks[me]);
        sem_wait(&sticks[(me + 1) % 5]);
        sem_post(&sticks[me]);
        sem_post(&sticks[(me + 1) % 5]);
        __sync_sub_and_fetch(&sitting, 1);
        sem_post(&chairs);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[5];
    sem_init(&chairs, 0, 4);
    for (int i = 0; i < 5; i++)
        sem_init(&sticks[i], 0, 1);
    for (long i = 0; i < 5; i++)
        pthread_create(&threads[i], NULL, dine, (void *)i);
    for (int i = 0; i < 5; i++)
        pthread_join(threads[i], NULL);
    int value;
    sem_getvalue(&chairs, &value);
    printf("sitting %d, too many %d, chairs %d\n", sitting, most, value);
    return 0;
}
