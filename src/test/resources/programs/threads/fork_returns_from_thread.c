// shows: a child that was forked in a thread and returns from its function ends, with status 0; it may make threads before
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void *helper(void *text) {
    printf("thread of the child: %s\n", (char *)text);
    return "joined";
}

static void *forks(void *unused) {
    pid_t pid = fork();
    if (pid == 0) {
        pthread_t thread;
        void *result;
        pthread_create(&thread, NULL, helper, "hello");
        pthread_join(thread, &result);
        printf("%s\n", (char *)result);
        return NULL;
    }
    int status;
    waitpid(pid, &status, 0);
    printf("status %d\n", status);
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, forks, NULL);
    pthread_join(thread, NULL);
    puts("only the parent's main comes here");
    return 0;
}
