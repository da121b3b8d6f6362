// shows: an array summed in slices by threads gives what one thread gives
#include <pthread.h>
#include <stdio.h>

#define N 8000
#define THREADS 4
static int numbers[N];
static struct slice { int from, to; long sum; double squares; } slices[THREADS];

static void *add(void *argument) {
    struct slice *slice = argument;
    for (int i = slice->from; i < slice->to; i++) {
        slice->sum += numbers[i];
        slice->squares += (double)numbers[i] * numbers[i];
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    long sum = 0, expected = 0;
    double squares = 0;
    for (int i = 0; i < N; i++) {
        numbers[i] = i * 7919 % 1000 - 300;
        expected += numbers[i];
    }
    for (int i = 0; i < THREADS; i++) {
        slices[i].from = i * N / THREADS;
        slices[i].to = (i + 1) * N / THREADS;
        pthread_create(&threads[i], NULL, add, &slices[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        sum += slices[i].sum;
        squares += slices[i].squares;
    }
    printf("%ld, as expected %d, squares %.0f\n", sum, sum == expected, squares);
    return 0;
}
