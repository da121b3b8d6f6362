// shows: threads make threads, and any thread may join another
#include <pthread.h>
#include <stdio.h>

static void *fibonacci(void *argument) {
    long n = (long)argument;
    pthread_t one, two;
    void *a, *b;
    if (n < 2)
        return (void *)n;
    pthread_create(&one, NULL, fibonacci, (void *)(n - 1));
    pthread_create(&two, NULL, fibonacci, (void *)(n - 2));
    pthread_join(one, &a);
    pthread_join(two, &b);
    return (void *)((long)a + (long)b);
}

int main(void) {
    for (long n = 0; n <= 6; n++)
        printf("%ld ", (long)fibonacci((void *)n));
    puts("");
    return 0;
}
