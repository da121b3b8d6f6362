// shows: a fault in a thread ends the whole process
#include <pthread.h>
#include <stdio.h>

static void *work(void *null) {
    *(int *)null = 1;
    return NULL;
}

int main(void) {
    pthread_t thread;
    printf("begins");
    fflush(stdout);
    printf(" and loses this");
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
