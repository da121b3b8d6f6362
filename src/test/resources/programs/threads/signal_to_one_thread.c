// shows: pthread_kill makes the handler run in the thread it names, and interrupts that thread's call
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>

static pthread_t runner;

static void handler(int number) {
    runner = pthread_self();
}

static void *work(void *unused) {
    sigset_t none;
    sigemptyset(&none);
    int result = sigsuspend(&none);
    return (void *)(long)(result == -1 && errno == EINTR);
}

int main(void) {
    pthread_t threads[3];
    void *result;
    sigset_t set;
    struct sigaction action = {0};
    action.sa_handler = handler;
    sigaction(SIGUSR1, &action, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, work, NULL);
    for (int i = 2; i >= 0; i--) {
        printf("kill %d", pthread_kill(threads[i], SIGUSR1));
        pthread_join(threads[i], &result);
        printf(", interrupted %ld, in that thread %d\n", (long)result, pthread_equal(runner, threads[i]) != 0);
    }
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    printf("main itself: %d", pthread_kill(pthread_self(), SIGUSR1));
    printf(" %d\n", pthread_equal(runner, pthread_self()) != 0);
    printf("signal 99: %d, signal 0: %d\n", pthread_kill(pthread_self(), 99) == EINVAL, pthread_kill(pthread_self(), 0));
    return 0;
}
