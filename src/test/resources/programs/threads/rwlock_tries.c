// shows: who may lock a rwlock beside whom, as trylock and timed locks tell it
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_rwlock_t lock;

static const char *name(int error) {
    return error == 0 ? "0" : error == EBUSY ? "EBUSY" : error == EDEADLK ? "EDEADLK" : error == ETIMEDOUT ? "ETIMEDOUT" : error == EINVAL ? "EINVAL" : "?";
}

static void *other(void *unused) {
    struct timespec past = {1, 0}, bad = {1, -1};
    int error = pthread_rwlock_tryrdlock(&lock);
    printf("  read %s", name(error));
    if (!error)
        pthread_rwlock_unlock(&lock);
    error = pthread_rwlock_trywrlock(&lock);
    printf(", write %s", name(error));
    if (!error)
        pthread_rwlock_unlock(&lock);
    error = pthread_rwlock_timedrdlock(&lock, &past);
    printf(", timed read %s", name(error));
    if (!error)
        pthread_rwlock_unlock(&lock);
    error = pthread_rwlock_timedwrlock(&lock, &past);
    printf(", timed write %s", name(error));
    if (!error)
        pthread_rwlock_unlock(&lock);
    printf(", bad time %s\n", name(pthread_rwlock_timedwrlock(&lock, &bad)));
    return NULL;
}

static void ask(const char *when) {
    pthread_t thread;
    puts(when);
    pthread_create(&thread, NULL, other, NULL);
    pthread_join(thread, NULL);
}

int main(void) {
    pthread_rwlock_init(&lock, NULL);
    pthread_rwlock_rdlock(&lock);
    ask("one reads");
    printf("  the reader itself: read %s, write %s\n", name(pthread_rwlock_tryrdlock(&lock)), name(pthread_rwlock_trywrlock(&lock)));
    pthread_rwlock_unlock(&lock);
    ask("it reads still");
    pthread_rwlock_unlock(&lock);
    pthread_rwlock_wrlock(&lock);
    ask("one writes");
    printf("  the writer itself: read %s, write %s\n", name(pthread_rwlock_rdlock(&lock)), name(pthread_rwlock_wrlock(&lock)));
    printf("  try: read %s, write %s\n", name(pthread_rwlock_tryrdlock(&lock)), name(pthread_rwlock_trywrlock(&lock)));
    pthread_rwlock_unlock(&lock);
    printf("free: write %s\n", name(pthread_rwlock_trywrlock(&lock)));
    pthread_rwlock_unlock(&lock);
    printf("destroy %s\n", name(pthread_rwlock_destroy(&lock)));
    return 0;
}
