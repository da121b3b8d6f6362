// shows: a bounded buffer of two counting semaphores and a mutex
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t room, items;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static char buffer[3];
static int in, out;

static void *produce(void *text) {
    for (const char *c = text; ; c++) {
        sem_wait(&room);
        pthread_mutex_lock(&mutex);
        buffer[in++ % 3] = *c;
        pthread_mutex_unlock(&mutex);
        sem_post(&items);
        if (!*c)
            return NULL;
    }
}

int main(void) {
    pthread_t thread;
    char c;
    sem_init(&room, 0, 3);
    sem_init(&items, 0, 0);
    pthread_create(&thread, NULL, produce, "the quick brown fox");
    for (;;) {
        sem_wait(&items);
        pthread_mutex_lock(&mutex);
        c = buffer[out++ % 3];
        pthread_mutex_unlock(&mutex);
        sem_post(&room);
        if (!c)
            break;
        putchar(c);
    }
    pthread_join(thread, NULL);
    int value;
    sem_getvalue(&room, &value);
    printf("\nroom %d", value);
    sem_getvalue(&items, &value);
    printf(", items %d\n", value);
    return 0;
}
