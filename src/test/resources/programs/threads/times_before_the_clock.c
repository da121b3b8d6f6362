// shows: a time before the clock's first is past: each wait gives ETIMEDOUT at once
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <threads.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static struct timespec before = {-1, 0};

static void *other(void *unused) {
    (void)unused;
    printf("mutex %d\n", pthread_mutex_timedlock(&mutex, &before) == ETIMEDOUT);
    printf("read lock %d\n", pthread_rwlock_timedrdlock(&rwlock, &before) == ETIMEDOUT);
    printf("write lock %d\n", pthread_rwlock_timedwrlock(&rwlock, &before) == ETIMEDOUT);
    return NULL;
}

int main(void) {
    pthread_t thread;
    sem_t semaphore;
    mtx_t plain;
    sem_init(&semaphore, 0, 0);
    printf("semaphore %d", sem_timedwait(&semaphore, &before));
    printf(" %d\n", errno == ETIMEDOUT);
    pthread_mutex_lock(&mutex);
    printf("condition %d\n", pthread_cond_timedwait(&condition, &mutex, &before) == ETIMEDOUT);
    pthread_rwlock_wrlock(&rwlock);
    pthread_create(&thread, NULL, other, NULL);
    pthread_join(thread, NULL);
    mtx_init(&plain, mtx_timed);
    mtx_lock(&plain);
    printf("mtx %d\n", mtx_timedlock(&plain, &before) == thrd_timedout);
    return 0;
}
