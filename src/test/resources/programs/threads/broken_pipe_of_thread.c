// shows: SIGPIPE is sent to the thread that writes, and blocked there it leaves EPIPE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *unused) {
    sigset_t set, pending;
    int ends[2];
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pipe(ends);
    close(ends[0]);
    printf("write %d\n", write(ends[1], "x", 1) == -1 && errno == EPIPE);
    sigpending(&pending);
    printf("pending %d\n", sigismember(&pending, SIGPIPE));
    return NULL;
}

int main(void) {
    pthread_t thread;
    sigset_t pending;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    sigpending(&pending);
    printf("main: pending %d\n", sigismember(&pending, SIGPIPE));
    return 0;
}
