// shows: pthread_exit of the only thread ends the process with status 0
#include <pthread.h>
#include <stdio.h>

static void say(void *text) {
    puts(text);
}

int main(void) {
    pthread_cleanup_push(say, "cleanup");
    printf("no newline");
    pthread_exit((void *)5L);
    pthread_cleanup_pop(0);
    return 3;
}
