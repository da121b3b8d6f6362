// shows: errno is each thread's own
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_barrier_t barrier;
static int *addresses[2];

static void *work(void *argument) {
    int me = (int)(long)argument;
    addresses[me] = &errno;
    printf("%d", errno);
    if (me == 0)
        close(-1);
    else
        chdir("/no/such/folder");
    pthread_barrier_wait(&barrier);
    return (void *)(long)errno;
}

int main(void) {
    pthread_t threads[2];
    void *results[2];
    errno = E2BIG;
    pthread_barrier_init(&barrier, NULL, 2);
    for (long i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, work, (void *)i);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], &results[i]);
    printf("\n%d %d\n", results[0] == (void *)EBADF, results[1] == (void *)ENOENT);
    printf("main %d, three places %d\n", errno == E2BIG, addresses[0] != addresses[1] && addresses[0] != &errno && addresses[1] != &errno);
    return 0;
}
