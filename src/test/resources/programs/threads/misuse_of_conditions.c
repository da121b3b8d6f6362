// shows: what is wrong with a condition variable, a barrier or a spin lock is said in a number
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void tell(const char *what, int error) { printf("%s: %s\n", what, error ? strerror(error) : "0"); }

int main(void) {
    pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, checked = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
    struct timespec never = {0, 1000000000}, before = {0, -1}, past = {1, 0};
    pthread_condattr_t how;
    pthread_barrier_t barrier;
    pthread_barrierattr_t shared;
    pthread_spinlock_t spin;
    int value;
    tell("mutex that nobody has", pthread_cond_wait(&condition, &checked));
    tell("the same for a while", pthread_cond_timedwait(&condition, &checked, &past));
    pthread_mutex_lock(&mutex);
    tell("no time", pthread_cond_timedwait(&condition, &mutex, &never));
    tell("no time either", pthread_cond_timedwait(&condition, &mutex, &before));
    tell("past", pthread_cond_timedwait(&condition, &mutex, &past));
    tell("no clock", pthread_cond_clockwait(&condition, &mutex, CLOCK_PROCESS_CPUTIME_ID, &past));
    tell("past, by a clock", pthread_cond_clockwait(&condition, &mutex, CLOCK_MONOTONIC, &past));
    tell("still taken", pthread_mutex_trylock(&mutex));
    pthread_condattr_init(&how);
    tell("clock of the processor", pthread_condattr_setclock(&how, CLOCK_PROCESS_CPUTIME_ID));
    tell("clock 99", pthread_condattr_setclock(&how, 99));
    tell("shared 9", pthread_condattr_setpshared(&how, 9));
    tell("barrier of none", pthread_barrier_init(&barrier, NULL, 0));
    tell("barrier of too many", pthread_barrier_init(&barrier, NULL, UINT_MAX));
    pthread_barrierattr_init(&shared);
    tell("barrier shared 9", pthread_barrierattr_setpshared(&shared, 9));
    pthread_barrierattr_getpshared(&shared, &value);
    printf("%d\n", value);
    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    pthread_spin_lock(&spin);
    tell("try a spin lock", pthread_spin_trylock(&spin));
    tell("unlock", pthread_spin_unlock(&spin));
    tell("signal nobody", pthread_cond_signal(&condition));
    tell("destroy", pthread_cond_destroy(&condition));
    return 0;
}
