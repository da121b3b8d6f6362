// shows: after pthread_exit of main the others go on; the last one's end is the process's, with status 0
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_t first;

static void at_end(void) {
    puts("atexit");
}

static void *work(void *unused) {
    void *result;
    pthread_join(first, &result);
    printf("main returned %s\n", (char *)result);
    return (void *)7L;
}

int main(void) {
    pthread_t thread;
    atexit(at_end);
    first = pthread_self();
    pthread_create(&thread, NULL, work, NULL);
    puts("main leaves");
    pthread_exit("its result");
}
