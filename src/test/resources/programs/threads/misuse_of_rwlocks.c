// shows: what is wrong with a lock for readers and writers is said in a number
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void tell(const char *what, int error) { printf("%s: %s\n", what, error ? strerror(error) : "0"); }

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct timespec never = {0, 1000000000}, past = {1, 0};

static void *other(void *unused) {
    tell("try to read", pthread_rwlock_tryrdlock(&lock));
    tell("try to write", pthread_rwlock_trywrlock(&lock));
    tell("read, no time", pthread_rwlock_timedrdlock(&lock, &never));
    tell("write, no time", pthread_rwlock_timedwrlock(&lock, &never));
    tell("read, past", pthread_rwlock_timedrdlock(&lock, &past));
    tell("write, past", pthread_rwlock_timedwrlock(&lock, &past));
    tell("read, no clock", pthread_rwlock_clockrdlock(&lock, CLOCK_PROCESS_CPUTIME_ID, &past));
    tell("write, no clock", pthread_rwlock_clockwrlock(&lock, CLOCK_PROCESS_CPUTIME_ID, &past));
    return NULL;
}

int main(void) {
    pthread_rwlockattr_t how;
    pthread_t thread;
    tell("write", pthread_rwlock_wrlock(&lock));
    tell("write again", pthread_rwlock_wrlock(&lock));
    tell("read as well", pthread_rwlock_rdlock(&lock));
    tell("try to write again", pthread_rwlock_trywrlock(&lock));
    tell("try to read as well", pthread_rwlock_tryrdlock(&lock));
    tell("write again, past", pthread_rwlock_timedwrlock(&lock, &past));
    tell("read, no time", pthread_rwlock_timedrdlock(&lock, &(struct timespec){1, -1}));
    tell("write, no time", pthread_rwlock_timedwrlock(&lock, &(struct timespec){1, 1000000000}));
    pthread_create(&thread, NULL, other, NULL);
    pthread_join(thread, NULL);
    tell("unlock", pthread_rwlock_unlock(&lock));
    tell("read", pthread_rwlock_rdlock(&lock));
    tell("read twice", pthread_rwlock_rdlock(&lock));
    tell("try to write", pthread_rwlock_trywrlock(&lock));
    tell("write, past", pthread_rwlock_timedwrlock(&lock, &past));
    pthread_rwlock_unlock(&lock);
    pthread_rwlock_unlock(&lock);
    pthread_rwlockattr_init(&how);
    tell("shared 9", pthread_rwlockattr_setpshared(&how, 9));
    tell("kind 9", pthread_rwlockattr_setkind_np(&how, 9));
    tell("destroy", pthread_rwlock_destroy(&lock));
    return 0;
}
