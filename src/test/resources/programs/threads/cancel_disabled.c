// shows: while cancellation is disabled a request waits, and is served at the next cancellation point after enabling
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

static sem_t begun, cancelled;

static void *work(void *unused) {
    int old;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    printf("bad state %d, bad type %d\n", pthread_setcancelstate(9, NULL) == EINVAL, pthread_setcanceltype(9, NULL) == EINVAL);
    sem_post(&begun);
    sem_wait(&cancelled);
    pthread_testcancel();
    usleep(1000);
    puts("still here");
    pthread_setcancelstate(old, &old);
    printf("enabled again, was disabled %d\n", old == PTHREAD_CANCEL_DISABLE);
    pthread_testcancel();
    puts("never");
    return NULL;
}

int main(void) {
    pthread_t thread;
    void *result;
    sem_init(&begun, 0, 0);
    sem_init(&cancelled, 0, 0);
    pthread_create(&thread, NULL, work, NULL);
    sem_wait(&begun);
    pthread_cancel(thread);
    sem_post(&cancelled);
    pthread_join(thread, &result);
    printf("cancelled %d\n", result == PTHREAD_CANCELED);
    return 0;
}
