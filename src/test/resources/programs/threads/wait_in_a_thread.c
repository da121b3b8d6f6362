// shows: a thread may wait for a child that another thread has forked
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;

static void *forks(void *unused) {
    child = fork();
    if (child == 0)
        _exit(17);
    return NULL;
}

static void *waits(void *unused) {
    int status;
    pid_t pid = waitpid(child, &status, 0);
    printf("waited %d, exited with %d\n", pid == child, WEXITSTATUS(status));
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, forks, NULL);
    pthread_join(thread, NULL);
    pthread_create(&thread, NULL, waits, NULL);
    pthread_join(thread, NULL);
    printf("no more %d\n", wait(NULL) == -1 && errno == ECHILD);
    return 0;
}
