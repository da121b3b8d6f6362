// shows: a child forked in a thread keeps that thread's __thread objects
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static __thread int mine = 1;

static void *work(void *unused) {
    mine = 42;
    if (fork() == 0) {
        mine++;
        printf("child %d\n", mine);
        fflush(stdout);
        _exit(0);
    }
    wait(NULL);
    printf("thread %d\n", mine);
    return NULL;
}

int main(void) {
    pthread_t thread;
    mine = 3;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    printf("main %d\n", mine);
    return 0;
}
