// shows: one thread stands still in vfork, the others go on: what they write and what is sent to the one is not lost
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int begun[2], end[2];
static volatile sig_atomic_t handled;
static int counter;

static void handler(int signal) {
    handled++;
}

static void *lends(void *unused) {
    char byte;
    pid_t child = vfork();
    if (child == 0) {
        write(begun[1], "b", 1);
        read(end[0], &byte, 1);
        _exit(0);
    }
    waitpid(child, NULL, 0);
    return NULL;
}

static int add(int depth) {
    return depth == 0 ? ++counter : add(depth - 1);
}

int main(void) {
    pthread_t thread;
    char byte;
    clock_t before;
    int sum = 0;
    struct timespec pause = {0, 500000000};
    pipe(begun);
    pipe(end);
    pthread_create(&thread, NULL, lends, NULL);
    read(begun[0], &byte, 1);
    signal(SIGUSR1, handler);
    before = clock();
    pthread_kill(thread, SIGUSR1);
    for (int i = 0; i < 5; i++)
        sum += add(i);
    nanosleep(&pause, NULL);
    write(end[1], "e", 1);
    pthread_join(thread, NULL);
    printf("handled %d, counted %d, sum %d, idle %d\n", handled, counter, sum, clock() - before < CLOCKS_PER_SEC / 4);
    return 0;
}
