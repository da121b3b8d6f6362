// shows: exit in a thread ends the process with that status, after handlers and with all text
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void bye(void) {
    puts("bye");
}

static void *work(void *unused) {
    printf("waits in the buffer ");
    exit(42);
}

int main(void) {
    pthread_t thread;
    atexit(bye);
    pthread_create(&thread, NULL, work, NULL);
    for (;;)
        pause();
}
