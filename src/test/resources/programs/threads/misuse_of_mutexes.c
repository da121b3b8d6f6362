// shows: what is wrong with a mutex is said in a number
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void tell(const char *what, int error) { printf("%s: %s\n", what, error ? strerror(error) : "0"); }

static pthread_mutex_t of(int type) {
    pthread_mutexattr_t how;
    pthread_mutex_t mutex;
    pthread_mutexattr_init(&how);
    pthread_mutexattr_settype(&how, type);
    pthread_mutex_init(&mutex, &how);
    return mutex;
}

static pthread_mutex_t checked, recursive, plain = PTHREAD_MUTEX_INITIALIZER;
static struct timespec never = {0, 2000000000}, past = {1, 0};

static void *other(void *unused) {
    tell("unlock of another's", pthread_mutex_unlock(&checked));
    tell("try of another's", pthread_mutex_trylock(&checked));
    tell("no time", pthread_mutex_timedlock(&checked, &never));
    tell("past", pthread_mutex_timedlock(&checked, &past));
    tell("past, by a clock", pthread_mutex_clocklock(&checked, CLOCK_MONOTONIC, &past));
    tell("no clock", pthread_mutex_clocklock(&checked, CLOCK_PROCESS_CPUTIME_ID, &past));
    tell("recursive of another's", pthread_mutex_unlock(&recursive));
    tell("plain of another's", pthread_mutex_trylock(&plain));
    return NULL;
}

int main(void) {
    pthread_mutexattr_t how;
    int ceiling;
    checked = of(PTHREAD_MUTEX_ERRORCHECK);
    recursive = of(PTHREAD_MUTEX_RECURSIVE);
    tell("unlock of a free one", pthread_mutex_unlock(&checked));
    tell("lock", pthread_mutex_lock(&checked));
    tell("again", pthread_mutex_lock(&checked));
    tell("try again", pthread_mutex_trylock(&checked));
    tell("again, for a while", pthread_mutex_timedlock(&checked, &past));
    tell("destroy a taken one", pthread_mutex_destroy(&checked));
    pthread_mutex_lock(&recursive);
    pthread_mutex_lock(&recursive);
    pthread_mutex_lock(&plain);
    tell("try a plain one again", pthread_mutex_trylock(&plain));
    tell("a plain one, past", pthread_mutex_timedlock(&plain, &past));
    tell("a plain one, no time", pthread_mutex_timedlock(&plain, &never));
    pthread_t thread;
    pthread_create(&thread, NULL, other, NULL);
    pthread_join(thread, NULL);
    pthread_mutex_unlock(&recursive);
    pthread_mutex_unlock(&recursive);
    tell("once too often", pthread_mutex_unlock(&recursive));
    pthread_mutex_unlock(&plain);
    tell("free, no time", pthread_mutex_timedlock(&plain, &never));
    tell("consistent", pthread_mutex_consistent(&plain));
    tell("ceiling", pthread_mutex_getprioceiling(&plain, &ceiling));
    pthread_mutexattr_init(&how);
    tell("type 99", pthread_mutexattr_settype(&how, 99));
    tell("type -1", pthread_mutexattr_settype(&how, -1));
    tell("shared 7", pthread_mutexattr_setpshared(&how, 7));
    tell("robust 7", pthread_mutexattr_setrobust(&how, 7));
    tell("protocol 7", pthread_mutexattr_setprotocol(&how, 7));
    tell("ceiling 0", pthread_mutexattr_setprioceiling(&how, 0));
    tell("ceiling 1000", pthread_mutexattr_setprioceiling(&how, 1000));
    return 0;
}
