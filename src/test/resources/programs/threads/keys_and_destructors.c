// shows: a key has a value for each thread; destructors run at a thread's end, for values that are not null
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_key_t named, plain;

static void forget(void *value) {
    printf("forgets %s, value by then %p\n", (char *)value, pthread_getspecific(named));
    free(value);
}

static void *work(void *name) {
    printf("at first %d %d\n", pthread_getspecific(named) == NULL, pthread_getspecific(plain) == NULL);
    if (name)
        pthread_setspecific(named, strdup(name));
    pthread_setspecific(plain, (void *)5L);
    printf("has %s %ld\n", pthread_getspecific(named) ? (char *)pthread_getspecific(named) : "nothing", (long)pthread_getspecific(plain));
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_key_create(&named, forget);
    pthread_key_create(&plain, NULL);
    pthread_setspecific(named, "of main");
    for (int i = 0; i < 3; i++) {
        pthread_create(&thread, NULL, work, i == 0 ? "one" : i == 1 ? NULL : "three");
        pthread_join(thread, NULL);
    }
    printf("main has %s\n", (char *)pthread_getspecific(named));
    printf("delete %d\n", pthread_key_delete(named));
    return 0;
}
