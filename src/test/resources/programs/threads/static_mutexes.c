// shows: mutexes with the initialisers of glibc for the other types
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t checking = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static pthread_mutex_t adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;

static int depth(int n) {
    int result = 0;
    pthread_mutex_lock(&recursive);
    if (n > 0)
        result = 1 + depth(n - 1);
    pthread_mutex_unlock(&recursive);
    return result;
}

int main(void) {
    printf("depth %d, free %d\n", depth(7), pthread_mutex_trylock(&recursive) == 0);
    pthread_mutex_lock(&checking);
    printf("again %d\n", pthread_mutex_lock(&checking) == EDEADLK);
    pthread_mutex_unlock(&checking);
    printf("twice %d\n", pthread_mutex_unlock(&checking) == EPERM);
    pthread_mutex_lock(&adaptive);
    printf("busy %d\n", pthread_mutex_trylock(&adaptive) == EBUSY);
    printf("sizes %zu %zu %zu %zu %zu\n", sizeof(pthread_mutex_t), sizeof(pthread_cond_t), sizeof(pthread_rwlock_t), sizeof(pthread_barrier_t), sizeof(pthread_attr_t));
    printf("sizes %zu %zu %zu %zu %zu %zu\n", sizeof(pthread_t), sizeof(pthread_once_t), sizeof(pthread_key_t), sizeof(pthread_spinlock_t), sizeof(pthread_mutexattr_t), sizeof(pthread_rwlockattr_t));
    return 0;
}
