// shows: what locking twice, unlocking unlocked and destroying locked mutexes of each type give
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static const char *name(int error) {
    return error == 0 ? "0" : error == EBUSY ? "EBUSY" : error == EDEADLK ? "EDEADLK" : error == EPERM ? "EPERM" : error == EINVAL ? "EINVAL" : "?";
}

static pthread_mutex_t mutex;

static void *other(void *what) {
    printf("  another: try %s", name(pthread_mutex_trylock(&mutex)));
    printf(", unlock %s\n", what ? name(pthread_mutex_unlock(&mutex)) : "not tried");
    return NULL;
}

static void try(const char *label, int type) {
    pthread_mutexattr_t attributes;
    pthread_t thread;
    int found;
    pthread_mutexattr_init(&attributes);
    printf("%s: settype %s", label, name(pthread_mutexattr_settype(&attributes, type)));
    pthread_mutexattr_gettype(&attributes, &found);
    printf(", gettype %d\n", found == type);
    pthread_mutex_init(&mutex, &attributes);
    printf("  lock %s", name(pthread_mutex_lock(&mutex)));
    printf(", try %s", name(pthread_mutex_trylock(&mutex)));
    if (type != PTHREAD_MUTEX_NORMAL)
        printf(", lock %s", name(pthread_mutex_lock(&mutex)));
    printf("\n");
    pthread_create(&thread, NULL, other, (void *)(long)(type != PTHREAD_MUTEX_NORMAL));
    pthread_join(thread, NULL);
    printf("  destroy %s\n", name(pthread_mutex_destroy(&mutex)));
    printf("  unlock %s", name(pthread_mutex_unlock(&mutex)));
    if (type == PTHREAD_MUTEX_RECURSIVE) {
        printf(", %s", name(pthread_mutex_unlock(&mutex)));
        printf(", %s", name(pthread_mutex_unlock(&mutex)));
    }
    if (type != PTHREAD_MUTEX_NORMAL)
        printf(", once more %s", name(pthread_mutex_unlock(&mutex)));
    printf(", destroy %s\n", name(pthread_mutex_destroy(&mutex)));
}

int main(void) {
    pthread_mutexattr_t attributes;
    try("normal", PTHREAD_MUTEX_NORMAL);
    try("recursive", PTHREAD_MUTEX_RECURSIVE);
    try("errorcheck", PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutexattr_init(&attributes);
    printf("unknown: %s\n", name(pthread_mutexattr_settype(&attributes, 17)));
    return 0;
}
