// shows: a thread that uses up its stack ends the process by SIGSEGV
#include <pthread.h>
#include <stdio.h>

static int endless(int n) {
    volatile char room[4096];
    room[n % 4096] = (char)n;
    return endless(n + 1) + room[0];
}

static void *work(void *unused) {
    return (void *)(long)endless(0);
}

int main(void) {
    pthread_t thread;
    puts("begins");
    fflush(stdout);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    puts("never");
    return 0;
}
