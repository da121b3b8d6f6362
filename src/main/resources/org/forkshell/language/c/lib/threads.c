/* C's own names for threads, C11 7.26: what they do is POSIX's. */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <threads.h>

static int __said(int error) {
    switch (error) {
    case 0: return thrd_success;
    case ENOMEM: return thrd_nomem;
    case EBUSY: return thrd_busy;
    case ETIMEDOUT: return thrd_timedout;
    default: return thrd_error;
    }
}

struct __call {
    thrd_start_t function;
    void *argument;
};

static void *__call_it(void *given) {
    struct __call call = *(struct __call *)given;
    free(given);
    return (void *)(long)call.function(call.argument);
}

int thrd_create(thrd_t *thread, thrd_start_t function, void *argument) {
    struct __call *call = malloc(sizeof *call);
    int error;
    if (!call)
        return thrd_nomem;
    call->function = function;
    call->argument = argument;
    error = pthread_create(thread, NULL, __call_it, call);
    if (error)
        free(call);
    return error == EAGAIN ? thrd_nomem : __said(error);
}

int thrd_equal(thrd_t a, thrd_t b) {
    return a == b;
}

thrd_t thrd_current(void) {
    return pthread_self();
}

int thrd_sleep(const struct timespec *time, struct timespec *left) {
    int before = errno, result = nanosleep(time, left), error = errno;
    errno = before;
    return result == 0 ? 0 : error == EINTR ? -1 : -2;
}

void thrd_yield(void) {
    sched_yield();
}

void thrd_exit(int result) {
    pthread_exit((void *)(long)result);
}

int thrd_detach(thrd_t thread) {
    return __said(pthread_detach(thread));
}

int thrd_join(thrd_t thread, int *result) {
    void *value;
    int error = pthread_join(thread, &value);
    if (!error && result)
        *result = (int)(long)value;
    return __said(error);
}

int mtx_init(mtx_t *mutex, int type) {
    pthread_mutexattr_t kind;
    if (type & ~(mtx_recursive | mtx_timed))
        return thrd_error;
    pthread_mutexattr_init(&kind);
    pthread_mutexattr_settype(&kind, type & mtx_recursive ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL);
    return __said(pthread_mutex_init(mutex, &kind));
}

int mtx_lock(mtx_t *mutex) {
    return __said(pthread_mutex_lock(mutex));
}

int mtx_timedlock(mtx_t *mutex, const struct timespec *until) {
    return __said(pthread_mutex_timedlock(mutex, until));
}

int mtx_trylock(mtx_t *mutex) {
    return __said(pthread_mutex_trylock(mutex));
}

int mtx_unlock(mtx_t *mutex) {
    return __said(pthread_mutex_unlock(mutex));
}

void mtx_destroy(mtx_t *mutex) {
    pthread_mutex_destroy(mutex);
}

void call_once(once_flag *flag, void (*function)(void)) {
    pthread_once(flag, function);
}

int cnd_init(cnd_t *condition) {
    return __said(pthread_cond_init(condition, NULL));
}

int cnd_signal(cnd_t *condition) {
    return __said(pthread_cond_signal(condition));
}

int cnd_broadcast(cnd_t *condition) {
    return __said(pthread_cond_broadcast(condition));
}

int cnd_wait(cnd_t *condition, mtx_t *mutex) {
    return __said(pthread_cond_wait(condition, mutex));
}

int cnd_timedwait(cnd_t *condition, mtx_t *mutex, const struct timespec *until) {
    return __said(pthread_cond_timedwait(condition, mutex, until));
}

void cnd_destroy(cnd_t *condition) {
    pthread_cond_destroy(condition);
}

int tss_create(tss_t *key, tss_dtor_t destructor) {
    return __said(pthread_key_create(key, destructor));
}

void *tss_get(tss_t key) {
    return pthread_getspecific(key);
}

int tss_set(tss_t key, void *value) {
    return __said(pthread_setspecific(key, value));
}

void tss_delete(tss_t key) {
    pthread_key_delete(key);
}
