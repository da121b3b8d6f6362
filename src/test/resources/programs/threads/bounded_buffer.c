// shows: producers and consumers with a ring of four places and two condition variables
#include <pthread.h>
#include <stdio.h>

#define PLACES 4
#define EACH 50
static int ring[PLACES], count, head, tail, most;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t room = PTHREAD_COND_INITIALIZER, items = PTHREAD_COND_INITIALIZER;

static void put(int value) {
    pthread_mutex_lock(&mutex);
    while (count == PLACES)
        pthread_cond_wait(&room, &mutex);
    ring[head] = value;
    head = (head + 1) % PLACES;
    if (++count > most)
        most = count;
    pthread_cond_signal(&items);
    pthread_mutex_unlock(&mutex);
}

static int get(void) {
    pthread_mutex_lock(&mutex);
    while (count == 0)
        pthread_cond_wait(&items, &mutex);
    int value = ring[tail];
    tail = (tail + 1) % PLACES;
    count--;
    pthread_cond_signal(&room);
    pthread_mutex_unlock(&mutex);
    return value;
}

static void *producer(void *base) {
    for (int i = 1; i <= EACH; i++)
        put((int)(long)base + i);
    return NULL;
}

static void *consumer(void *sum) {
    int value;
    while ((value = get()) != -1)
        *(long *)sum += value;
    return NULL;
}

int main(void) {
    pthread_t producers[3], consumers[2];
    long sums[2] = {0, 0};
    for (long i = 0; i < 3; i++)
        pthread_create(&producers[i], NULL, producer, (void *)(i * 1000));
    for (int i = 0; i < 2; i++)
        pthread_create(&consumers[i], NULL, consumer, &sums[i]);
    for (int i = 0; i < 3; i++)
        pthread_join(producers[i], NULL);
    put(-1);
    put(-1);
    for (int i = 0; i < 2; i++)
        pthread_join(consumers[i], NULL);
    printf("sum %ld, never more than %d: %d, left %d\n", sums[0] + sums[1], PLACES, most <= PLACES, count);
    return 0;
}
