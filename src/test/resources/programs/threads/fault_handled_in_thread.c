// shows: SIGSEGV's handler runs in the thread that faulted, and may leave by siglongjmp
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static __thread sigjmp_buf back;
static pthread_t faulty;

static void handler(int number) {
    faulty = pthread_self();
    siglongjmp(back, number);
}

static void *work(void *unused) {
    int number = sigsetjmp(back, 1);
    if (number == 0)
        *(volatile int *)8 = 1;
    return (void *)(long)number;
}

int main(void) {
    pthread_t thread;
    void *result;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGSEGV, &action, NULL);
    for (int i = 0; i < 2; i++) {
        pthread_create(&thread, NULL, work, NULL);
        pthread_join(thread, &result);
        printf("signal %d, in the thread %d\n", (long)result == SIGSEGV, pthread_equal(faulty, thread) != 0);
    }
    return 0;
}
