// shows: what cannot be done with a thread is said in a number
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void tell(const char *what, int error) { printf("%s: %s\n", what, error ? strerror(error) : "0"); }

static sem_t go;
static pthread_t first;

static void *wait_for_it(void *unused) {
    sem_wait(&go);
    return NULL;
}

static void *nothing(void *unused) { return NULL; }

int main(void) {
    struct timespec never = {0, 2000000000}, past = {1, 0};
    pthread_attr_t how;
    pthread_t thread, other;
    char name[20];
    int old;
    first = pthread_self();
    sem_init(&go, 0, 0);
    tell("join itself", pthread_join(first, NULL));
    pthread_create(&thread, NULL, wait_for_it, NULL);
    tell("try to join", pthread_tryjoin_np(thread, NULL));
    tell("join, past", pthread_timedjoin_np(thread, NULL, &past));
    tell("join, no clock", pthread_clockjoin_np(thread, NULL, CLOCK_PROCESS_CPUTIME_ID, &past));
    tell("signal 65", pthread_kill(thread, 65));
    tell("signal -1", pthread_kill(thread, -1));
    tell("signal 32", pthread_kill(thread, 32));
    tell("signal 0", pthread_kill(thread, 0));
    tell("long name", pthread_setname_np(thread, "sixteen or more characters"));
    tell("little room for a name", pthread_getname_np(thread, name, 3));
    tell("policy 99", pthread_setschedparam(thread, 99, &(struct sched_param){0}));
    tell("priority 1 of none", pthread_setschedparam(thread, SCHED_OTHER, &(struct sched_param){1}));
    tell("detach", pthread_detach(thread));
    tell("detach again", pthread_detach(thread));
    tell("join a detached one", pthread_join(thread, NULL));
    tell("try to join a detached one", pthread_tryjoin_np(thread, NULL));
    sem_post(&go);

    pthread_create(&thread, NULL, nothing, NULL);
    while (pthread_tryjoin_np(thread, NULL) == EBUSY)
        sched_yield();
    pthread_create(&thread, NULL, wait_for_it, NULL);
    sem_post(&go);
    tell("join", pthread_join(thread, NULL));

    tell("state 9", pthread_setcancelstate(9, &old));
    tell("type 9", pthread_setcanceltype(9, &old));
    tell("mask 99", pthread_sigmask(99, &(sigset_t){}, NULL));
    tell("no mask", pthread_sigmask(99, NULL, NULL));
    tell("concurrency -1", pthread_setconcurrency(-1));
    pthread_attr_init(&how);
    tell("detached 7", pthread_attr_setdetachstate(&how, 7));
    tell("small stack", pthread_attr_setstacksize(&how, PTHREAD_STACK_MIN - 1));
    tell("small stack of one's own", pthread_attr_setstack(&how, name, 10));
    tell("policy 99", pthread_attr_setschedpolicy(&how, 99));
    tell("inherits 9", pthread_attr_setinheritsched(&how, 9));
    tell("scope of a process", pthread_attr_setscope(&how, PTHREAD_SCOPE_PROCESS));
    tell("scope 9", pthread_attr_setscope(&how, 9));
    tell("priority 99 of none", pthread_attr_setschedparam(&how, &(struct sched_param){99}));
    tell("large stack", pthread_attr_setstacksize(&how, 1UL << 46));
    tell("thread with it", pthread_create(&other, &how, nothing, NULL));
    return 0;
}
