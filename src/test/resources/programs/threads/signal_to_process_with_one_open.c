// shows: a signal to the process goes to the thread that does not block it
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static pthread_t runner;
static sem_t handled, open_now, end;

static void handler(int number) {
    runner = pthread_self();
    sem_post(&handled);
}

static void *blocked(void *unused) {
    while (sem_wait(&end))
        ;
    return NULL;
}

static void *opens(void *set) {
    pthread_sigmask(SIG_UNBLOCK, set, NULL);
    sem_post(&open_now);
    while (sem_wait(&end))
        ;
    return NULL;
}

int main(void) {
    pthread_t a, b;
    sigset_t set;
    sem_init(&handled, 0, 0);
    sem_init(&open_now, 0, 0);
    sem_init(&end, 0, 0);
    signal(SIGUSR1, handler);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pthread_create(&a, NULL, blocked, NULL);
    pthread_create(&b, NULL, opens, &set);
    sem_wait(&open_now);
    for (int i = 0; i < 5; i++) {
        kill(getpid(), SIGUSR1);
        sem_wait(&handled);
        if (!pthread_equal(runner, b))
            puts("the wrong thread");
    }
    sem_post(&end);
    sem_post(&end);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    puts("five signals, all in one thread");
    return 0;
}
