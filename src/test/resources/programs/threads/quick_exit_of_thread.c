// shows: _exit in a thread ends the process and loses the text in the buffer
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *unused) {
    printf("lost");
    _exit(6);
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
