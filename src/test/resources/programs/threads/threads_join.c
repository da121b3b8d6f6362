// shows: threads share memory and return values through join

#include <pthread.h>
#include <stdio.h>

static int results[4];

static void *work(void *argument)
{
    long n = (long) argument;
    results[n] = n * n;
    return (void *) (n + 10);
}

int main(void)
{
    pthread_t threads[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work, (void *) i);
    for (int i = 0; i < 4; i++) {
        void *value;
        pthread_join(threads[i], &value);
        printf("%d %ld\n", results[i], (long) value);
    }
    printf("%d\n", pthread_equal(pthread_self(), pthread_self()) != 0);
    return 0;
}
