// shows: a broadcast lets all who wait go on, a signal at least one
#include <pthread.h>
#include <stdio.h>

#define N 6
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t go = PTHREAD_COND_INITIALIZER, arrived = PTHREAD_COND_INITIALIZER;
static int waiting, tickets, open_now, passed;

static void *work(void *unused) {
    pthread_mutex_lock(&mutex);
    waiting++;
    pthread_cond_signal(&arrived);
    while (!open_now && tickets == 0)
        pthread_cond_wait(&go, &mutex);
    if (!open_now)
        tickets--;
    passed++;
    pthread_cond_signal(&arrived);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

int main(void) {
    pthread_t threads[N];
    for (int i = 0; i < N; i++)
        pthread_create(&threads[i], NULL, work, NULL);
    pthread_mutex_lock(&mutex);
    while (waiting < N)
        pthread_cond_wait(&arrived, &mutex);
    printf("%d wait, %d passed\n", waiting, passed);
    tickets = 2;
    pthread_cond_signal(&go);
    pthread_cond_signal(&go);
    while (passed < 2)
        pthread_cond_wait(&arrived, &mutex);
    printf("%d passed with tickets, %d left\n", passed, tickets);
    open_now = 1;
    pthread_cond_broadcast(&go);
    pthread_mutex_unlock(&mutex);
    for (int i = 0; i < N; i++)
        pthread_join(threads[i], NULL);
    printf("%d passed\n", passed);
    return 0;
}
