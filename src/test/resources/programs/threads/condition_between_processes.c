// shows: two processes take turns by a process-shared condition variable
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct table {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    int turn;
};

static void play(struct table *table, int me, const char *word) {
    for (int i = 0; i < 4; i++) {
        pthread_mutex_lock(&table->mutex);
        while (table->turn != me)
            pthread_cond_wait(&table->changed, &table->mutex);
        printf("%s %d\n", word, i);
        fflush(stdout);
        table->turn = !me;
        pthread_cond_broadcast(&table->changed);
        pthread_mutex_unlock(&table->mutex);
    }
}

int main(void) {
    struct table *table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_t m;
    pthread_condattr_t c;
    pthread_mutexattr_init(&m);
    pthread_mutexattr_setpshared(&m, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&table->mutex, &m);
    pthread_condattr_init(&c);
    pthread_condattr_setpshared(&c, PTHREAD_PROCESS_SHARED);
    pthread_cond_init(&table->changed, &c);
    if (fork() == 0) {
        play(table, 1, "pong");
        _exit(0);
    }
    play(table, 0, "ping");
    wait(NULL);
    return 0;
}
