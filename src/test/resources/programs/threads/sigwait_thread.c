// shows: signals blocked everywhere are taken by one thread with sigwait
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static sem_t taken;

static void *takes(void *set) {
    int number;
    do {
        int error = sigwait(set, &number);
        printf("took %s, error %d\n", number == SIGUSR1 ? "USR1" : number == SIGUSR2 ? "USR2" : number == SIGTERM ? "TERM" : "?", error);
        sem_post(&taken);
    } while (number != SIGTERM);
    return NULL;
}

int main(void) {
    sigset_t set, now;
    pthread_t thread;
    int send[] = {SIGUSR1, SIGUSR2, SIGUSR1, SIGTERM};
    sem_init(&taken, 0, 0);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGUSR2);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pthread_create(&thread, NULL, takes, &set);
    for (int i = 0; i < 4; i++) {
        kill(getpid(), send[i]);
        sem_wait(&taken);
    }
    pthread_join(thread, NULL);
    sigpending(&now);
    printf("pending %d %d\n", sigismember(&now, SIGUSR1), sigismember(&now, SIGTERM));
    return 0;
}
