// shows: read, sem_wait, sleep, pthread_join, select and sigwait are cancellation points
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

static int ends[2];
static sem_t zero;
static pthread_t sleeper;

static void *reads(void *unused) { char c; read(ends[0], &c, 1); return NULL; }
static void *posts(void *unused) { sem_wait(&zero); return NULL; }
static void *sleeps(void *unused) { sleep(1000); return NULL; }
static void *joins(void *unused) { pthread_join(sleeper, NULL); return NULL; }
static void *selects(void *unused) {
    fd_set set;
    FD_ZERO(&set);
    FD_SET(ends[0], &set);
    select(ends[0] + 1, &set, NULL, NULL, NULL);
    return NULL;
}
static void *waits(void *unused) {
    sigset_t set;
    int number;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigwait(&set, &number);
    return NULL;
}

int main(void) {
    struct { const char *name; void *(*function)(void *); } calls[] = {
        {"read", reads}, {"sem_wait", posts}, {"sleep", sleeps}, {"pthread_join", joins}, {"select", selects}, {"sigwait", waits}};
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pipe(ends);
    sem_init(&zero, 0, 0);
    pthread_create(&sleeper, NULL, sleeps, NULL);
    for (int i = 0; i < 6; i++) {
        pthread_t thread;
        void *result;
        pthread_create(&thread, NULL, calls[i].function, NULL);
        usleep(i % 2 * 10000);
        pthread_cancel(thread);
        pthread_join(thread, &result);
        printf("%s: %d\n", calls[i].name, result == PTHREAD_CANCELED);
    }
    pthread_cancel(sleeper);
    printf("joined after its joiner was cancelled: %d\n", pthread_join(sleeper, NULL));
    return 0;
}
