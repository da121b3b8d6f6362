// shows: pthread_mutex_trylock gives EBUSY, pthread_mutex_timedlock ETIMEDOUT, and EINVAL for a bad time
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *other(void *unused) {
    struct timespec until, bad = {0, 1000000000}, after;
    printf("try: %d\n", pthread_mutex_trylock(&mutex) == EBUSY);
    printf("bad time: %d\n", pthread_mutex_timedlock(&mutex, &bad) == EINVAL);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 30000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    printf("timed: %d\n", pthread_mutex_timedlock(&mutex, &until) == ETIMEDOUT);
    clock_gettime(CLOCK_REALTIME, &after);
    printf("it was time: %d\n", after.tv_sec > until.tv_sec || (after.tv_sec == until.tv_sec && after.tv_nsec >= until.tv_nsec));
    until.tv_sec = 0;
    printf("long ago: %d\n", pthread_mutex_timedlock(&mutex, &until) == ETIMEDOUT);
    clock_gettime(CLOCK_MONOTONIC, &until);
    printf("monotonic: %d\n", pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &until) == ETIMEDOUT);
    return NULL;
}

int main(void) {
    pthread_t thread;
    struct timespec past = {1, 0};
    pthread_mutex_lock(&mutex);
    pthread_create(&thread, NULL, other, NULL);
    pthread_join(thread, NULL);
    pthread_mutex_unlock(&mutex);
    printf("free, long ago: %d\n", pthread_mutex_timedlock(&mutex, &past));
    return 0;
}
