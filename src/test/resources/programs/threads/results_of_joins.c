// shows: pthread_join gives what each thread returned, in the order in which it is asked
#include <pthread.h>
#include <stdio.h>

static void *square(void *argument) {
    long n = (long)argument;
    return (void *)(n * n);
}

int main(void) {
    pthread_t threads[6];
    for (long i = 0; i < 6; i++)
        pthread_create(&threads[i], NULL, square, (void *)i);
    for (int i = 5; i >= 0; i--) {
        void *result;
        int error = pthread_join(threads[i], &result);
        printf("%d squared is %ld (%d)\n", i, (long)result, error);
    }
    return 0;
}
