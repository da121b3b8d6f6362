// shows: a pool of three threads works off a queue of tasks and is shut down
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct task {
    void (*function)(int);
    int argument;
    struct task *next;
};

static struct pool {
    pthread_mutex_t mutex;
    pthread_cond_t work, idle;
    struct task *first, **last;
    int busy, stop;
} pool = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, PTHREAD_COND_INITIALIZER, NULL, &pool.first, 0, 0};

static long results[30];

static void submit(void (*function)(int), int argument) {
    struct task *task = malloc(sizeof *task);
    task->function = function;
    task->argument = argument;
    task->next = NULL;
    pthread_mutex_lock(&pool.mutex);
    *pool.last = task;
    pool.last = &task->next;
    pthread_cond_signal(&pool.work);
    pthread_mutex_unlock(&pool.mutex);
}

static void *worker(void *unused) {
    long done = 0;
    pthread_mutex_lock(&pool.mutex);
    for (;;) {
        while (!pool.first && !pool.stop)
            pthread_cond_wait(&pool.work, &pool.mutex);
        if (!pool.first)
            break;
        struct task *task = pool.first;
        if (!(pool.first = task->next))
            pool.last = &pool.first;
        pool.busy++;
        pthread_mutex_unlock(&pool.mutex);
        task->function(task->argument);
        free(task);
        done++;
        pthread_mutex_lock(&pool.mutex);
        if (--pool.busy == 0 && !pool.first)
            pthread_cond_broadcast(&pool.idle);
    }
    pthread_mutex_unlock(&pool.mutex);
    return (void *)done;
}

static void cube(int n) { results[n] = (long)n * n * n; }
static void negate(int n) { results[n] = -results[n]; }

static void wait_until_idle(void) {
    pthread_mutex_lock(&pool.mutex);
    while (pool.first || pool.busy)
        pthread_cond_wait(&pool.idle, &pool.mutex);
    pthread_mutex_unlock(&pool.mutex);
}

int main(void) {
    pthread_t threads[3];
    long done = 0, sum = 0;
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    for (int i = 0; i < 30; i++)
        submit(cube, i);
    wait_until_idle();
    for (int i = 0; i < 30; i++)
        sum += results[i];
    printf("sum %ld\n", sum);
    for (int i = 0; i < 30; i += 2)
        submit(negate, i);
    wait_until_idle();
    pthread_mutex_lock(&pool.mutex);
    pool.stop = 1;
    pthread_cond_broadcast(&pool.work);
    pthread_mutex_unlock(&pool.mutex);
    for (int i = 0; i < 3; i++) {
        void *result;
        pthread_join(threads[i], &result);
        done += (long)result;
    }
    printf("tasks %ld, %ld %ld\n", done, results[2], results[3]);
    return 0;
}
