// shows: pthread_cond_timedwait with a time that is past gives ETIMEDOUT at once; a signal before the wait is not remembered
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

int main(void) {
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
    struct timespec past = {1, 0};
    printf("signal to nobody %d, broadcast %d\n", pthread_cond_signal(&condition), pthread_cond_broadcast(&condition));
    pthread_mutex_lock(&mutex);
    printf("timed out %d\n", pthread_cond_timedwait(&condition, &mutex, &past) == ETIMEDOUT);
    printf("mutex is held %d\n", pthread_mutex_trylock(&mutex) == EBUSY);
    pthread_mutex_unlock(&mutex);
    printf("destroy %d %d\n", pthread_cond_destroy(&condition), pthread_mutex_destroy(&mutex));
    return 0;
}
