// shows: pthread_cond_timedwait by the real and by the monotonic clock; the mutex is held again afterwards
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t mutex;

static void *tries(void *unused) {
    return (void *)(long)pthread_mutex_trylock(&mutex);
}

static void wait_by(const char *name, clockid_t clock) {
    pthread_condattr_t attributes;
    pthread_cond_t condition;
    pthread_t thread;
    struct timespec until, now, bad = {1, 2000000000};
    clockid_t found;
    void *result;
    pthread_condattr_init(&attributes);
    printf("%s: set %d", name, pthread_condattr_setclock(&attributes, clock));
    pthread_condattr_getclock(&attributes, &found);
    printf(", get %d\n", found == clock);
    pthread_cond_init(&condition, &attributes);
    pthread_mutex_lock(&mutex);
    clock_gettime(clock, &until);
    until.tv_nsec += 40000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    int error = 0;
    while (error == 0)
        error = pthread_cond_timedwait(&condition, &mutex, &until);
    clock_gettime(clock, &now);
    printf("  timed out %d", error == ETIMEDOUT);
    printf(", in time %d", now.tv_sec > until.tv_sec || (now.tv_sec == until.tv_sec && now.tv_nsec >= until.tv_nsec));
    pthread_create(&thread, NULL, tries, NULL);
    pthread_join(thread, &result);
    printf(", held %d", (long)result == EBUSY);
    printf(", bad time %d\n", pthread_cond_timedwait(&condition, &mutex, &bad) == EINVAL);
    pthread_mutex_unlock(&mutex);
    pthread_cond_destroy(&condition);
}

int main(void) {
    pthread_condattr_t attributes;
    pthread_mutex_init(&mutex, NULL);
    wait_by("real", CLOCK_REALTIME);
    wait_by("monotonic", CLOCK_MONOTONIC);
    pthread_condattr_init(&attributes);
    printf("cpu time: %d\n", pthread_condattr_setclock(&attributes, CLOCK_PROCESS_CPUTIME_ID) == EINVAL);
    return 0;
}
