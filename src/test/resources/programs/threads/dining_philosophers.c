// shows: five philosophers who take the lower fork first all finish their meals
#include <pthread.h>
#include <stdio.h>

#define N 5
static pthread_mutex_t forks[N];
static int meals[N];

static void *dine(void *argument) {
    int me = (int)(long)argument, left = me, right = (me + 1) % N;
    int first = left < right ? left : right, second = left + right - first;
    for (int i = 0; i < 40; i++) {
        pthread_mutex_lock(&forks[first]);
        pthread_mutex_lock(&forks[second]);
        meals[me]++;
        pthread_mutex_unlock(&forks[second]);
        pthread_mutex_unlock(&forks[first]);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[N];
    for (int i = 0; i < N; i++)
        pthread_mutex_init(&forks[i], NULL);
    for (long i = 0; i < N; i++)
        pthread_create(&threads[i], NULL, dine, (void *)i);
    for (int i = 0; i < N; i++) {
        pthread_join(threads[i], NULL);
        printf("philosopher %d ate %d times\n", i, meals[i]);
    }
    return 0;
}
