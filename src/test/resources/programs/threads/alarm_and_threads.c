// shows: alarm's signal comes to the thread that waits for it, a timed sigwait gives EAGAIN
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

static void *waits(void *set) {
    int number;
    sigwait(set, &number);
    return (void *)(long)number;
}

int main(void) {
    sigset_t set;
    pthread_t thread;
    void *result;
    struct itimerval soon = {{0, 0}, {0, 30000}};
    struct timespec none = {0, 1000000};
    siginfo_t info;
    sigemptyset(&set);
    sigaddset(&set, SIGALRM);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pthread_create(&thread, NULL, waits, &set);
    setitimer(ITIMER_REAL, &soon, NULL);
    pthread_join(thread, &result);
    printf("alarm %d\n", (long)result == SIGALRM);
    printf("nothing comes: %d\n", sigtimedwait(&set, &info, &none) == -1 && errno == EAGAIN);
    pthread_kill(pthread_self(), SIGUSR1);
    printf("from %d\n", sigwaitinfo(&set, &info) == SIGUSR1 && info.si_pid == getpid());
    return 0;
}
