// shows: a destructor that sets its key again is called four times in all
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>

static pthread_key_t key;
static int calls;

static void again(void *value) {
    calls++;
    pthread_setspecific(key, (char *)value + 1);
}

static void *work(void *unused) {
    pthread_setspecific(key, (void *)1L);
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_key_t fresh;
    pthread_key_create(&key, again);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    printf("called %d times, limit %d\n", calls, PTHREAD_DESTRUCTOR_ITERATIONS);
    pthread_key_delete(key);
    printf("deleted: set %d, get %d, delete %d\n", pthread_setspecific(key, "x") == EINVAL, pthread_getspecific(key) == NULL, pthread_key_delete(key) == EINVAL);
    int count = 0;
    while (pthread_key_create(&fresh, NULL) == 0)
        count++;
    printf("many keys: %d, then EAGAIN: %d\n", count > 1000, pthread_key_create(&fresh, NULL) == EAGAIN);
    return 0;
}
