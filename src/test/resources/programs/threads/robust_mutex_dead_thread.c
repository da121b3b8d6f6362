// shows: a robust mutex whose owner thread has ended gives EOWNERDEAD, is made consistent, or is of no use any more
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex;
static int data;

static const char *name(int error) {
    return error == 0 ? "0" : error == EOWNERDEAD ? "EOWNERDEAD" : error == ENOTRECOVERABLE ? "ENOTRECOVERABLE" : error == EINVAL ? "EINVAL" : error == EPERM ? "EPERM" : "?";
}

static void *dies(void *unused) {
    pthread_mutex_lock(&mutex);
    data = 1;
    return NULL;
}

static void let_one_die(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, dies, NULL);
    pthread_join(thread, NULL);
}

int main(void) {
    pthread_mutexattr_t attributes;
    int robust;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_getrobust(&attributes, &robust);
    printf("stalled by default: %d\n", robust == PTHREAD_MUTEX_STALLED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&mutex, &attributes);
    printf("consistent already: %s\n", name(pthread_mutex_consistent(&mutex)));
    let_one_die();
    printf("lock: %s, data %d\n", name(pthread_mutex_lock(&mutex)), data);
    data = 0;
    printf("consistent: %s\n", name(pthread_mutex_consistent(&mutex)));
    printf("unlock: %s\n", name(pthread_mutex_unlock(&mutex)));
    printf("lock: %s\n", name(pthread_mutex_lock(&mutex)));
    printf("unlock: %s\n", name(pthread_mutex_unlock(&mutex)));
    let_one_die();
    printf("try: %s\n", name(pthread_mutex_trylock(&mutex)));
    printf("unlock without more: %s\n", name(pthread_mutex_unlock(&mutex)));
    printf("lock: %s\n", name(pthread_mutex_lock(&mutex)));
    printf("try: %s\n", name(pthread_mutex_trylock(&mutex)));
    printf("destroy: %s\n", name(pthread_mutex_destroy(&mutex)));
    return 0;
}
