// shows: pthread_once calls its function once, and nobody goes on before it has returned
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int calls, ready, early;

static void prepare(void) {
    calls++;
    usleep(20000);
    ready = 1;
}

static void *work(void *unused) {
    pthread_once(&once, prepare);
    if (!ready)
        early = 1;
    return NULL;
}

int main(void) {
    pthread_t threads[5];
    for (int i = 0; i < 5; i++)
        pthread_create(&threads[i], NULL, work, NULL);
    for (int i = 0; i < 5; i++)
        pthread_join(threads[i], NULL);
    printf("calls %d, early %d, again %d", calls, early, pthread_once(&once, prepare));
    printf(", calls %d\n", calls);
    return 0;
}
