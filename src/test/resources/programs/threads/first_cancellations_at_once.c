// shows: the first cancellations of a process, by several threads at the same time, end those threads alone
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t all;
static void *sleeper(void *p) {
    for (;;) pause();
    return p;
}
static void *canceller(void *p) {
    pthread_t thread;
    void *value;
    pthread_create(&thread, NULL, sleeper, NULL);
    pthread_barrier_wait(&all);
    pthread_cancel(thread);
    pthread_join(thread, &value);
    return (void *)(long)(value == PTHREAD_CANCELED);
}
static int cancels(void) {
    pthread_t threads[4];
    int good = 0;
    pthread_barrier_init(&all, NULL, 4);
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, canceller, NULL);
    for (int i = 0; i < 4; i++) {
        void *value;
        pthread_join(threads[i], &value);
        good += (long)value;
    }
    return good;
}
int main(void) {
    int good = 0;
    for (int i = 0; i < 60; i++) {
        int status;
        if (fork() == 0) _exit(cancels());
        wait(&status);
        good += WIFEXITED(status) && WEXITSTATUS(status) == 4;
    }
    printf("%d\n", good);
    return 0;
}
