// shows: between barriers every thread sees what all have done before, and one of them is the serial thread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

#define N 4
static pthread_barrier_t barrier;
static int cells[2][N], serial, wrong;

static void *work(void *argument) {
    int me = (int)(long)argument;
    for (int phase = 0; phase < 6; phase++) {
        int *from = cells[phase % 2], *to = cells[1 - phase % 2];
        to[me] = from[me] + from[(me + 1) % N];
        int result = pthread_barrier_wait(&barrier);
        if (result == PTHREAD_BARRIER_SERIAL_THREAD)
            __sync_fetch_and_add(&serial, 1);
        else if (result)
            wrong = 1;
    }
    return NULL;
}

int main(void) {
    pthread_t threads[N];
    for (int i = 0; i < N; i++)
        cells[0][i] = i + 1;
    printf("of none: %d\n", pthread_barrier_init(&barrier, NULL, 0) == EINVAL);
    pthread_barrier_init(&barrier, NULL, N);
    for (long i = 0; i < N; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < N; i++)
        pthread_join(threads[i], NULL);
    printf("%d %d %d %d\n", cells[0][0], cells[0][1], cells[0][2], cells[0][3]);
    printf("serial %d, wrong %d, destroy %d\n", serial, wrong, pthread_barrier_destroy(&barrier));
    return 0;
}
