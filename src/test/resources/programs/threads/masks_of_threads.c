// shows: a thread inherits its maker's signal mask and has its own from then on
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

static void show(const char *who) {
    sigset_t set;
    pthread_sigmask(SIG_SETMASK, NULL, &set);
    printf("%s: USR1 %d, USR2 %d, INT %d\n", who, sigismember(&set, SIGUSR1), sigismember(&set, SIGUSR2), sigismember(&set, SIGINT));
}

static void *work(void *unused) {
    sigset_t set;
    show("thread");
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    show("thread");
    return NULL;
}

int main(void) {
    sigset_t set;
    pthread_t thread;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGUSR2);
    pthread_sigmask(SIG_SETMASK, &set, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    show("main");
    printf("bad: %d\n", pthread_sigmask(77, &set, NULL) == EINVAL);
    return 0;
}
