// shows: a thread cancelled in pause runs its cleanup handlers and then its keys' destructors; its result is PTHREAD_CANCELED
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_key_t key;

static void say(void *text) {
    printf("cleanup %s\n", (char *)text);
}

static void destroy(void *text) {
    printf("destructor %s\n", (char *)text);
}

static void *waits(void *unused) {
    pthread_setspecific(key, "of key");
    pthread_cleanup_push(say, "outer");
    pthread_cleanup_push(say, "inner");
    for (;;)
        pause();
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void) {
    pthread_t thread;
    void *result;
    pthread_key_create(&key, destroy);
    pthread_create(&thread, NULL, waits, NULL);
    int error = pthread_cancel(thread);
    pthread_join(thread, &result);
    printf("cancel %d, cancelled %d\n", error, result == PTHREAD_CANCELED);
    return 0;
}
