// shows: a thread with a stack of 32 MB may recurse deeper than one of the usual size
#include <pthread.h>
#include <stdio.h>

static long deep(long n) {
    char room[1000];
    room[0] = (char)n;
    return n == 0 ? room[0] : 1 + deep(n - 1) + 0 * room[0];
}

static void *work(void *n) {
    return (void *)deep((long)n);
}

int main(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    void *result;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 32 << 20);
    pthread_create(&thread, &attributes, work, (void *)20000L);
    pthread_join(thread, &result);
    printf("%ld\n", (long)result);
    return 0;
}
