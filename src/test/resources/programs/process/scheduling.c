// shows: policies, priorities and the processors that a process may use
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void) {
    struct sched_param parameters = {0};
    cpu_set_t set, mine, other;
    int n, status, first;
    printf("policy %d\n", sched_getscheduler(0));
    printf("priorities %d %d %d %d\n", sched_get_priority_min(SCHED_FIFO), sched_get_priority_max(SCHED_FIFO), sched_get_priority_min(SCHED_OTHER), sched_get_priority_max(SCHED_RR));
    n = sched_get_priority_max(99);
    printf("no policy %d %s\n", n, strerror(errno));
    n = sched_setscheduler(0, SCHED_BATCH, &parameters);
    printf("batch %d %d\n", n, sched_getscheduler(0));
    n = sched_getparam(0, &parameters);
    printf("getparam %d %d\n", n, parameters.sched_priority);
    parameters.sched_priority = 5;
    n = sched_setscheduler(0, SCHED_OTHER, &parameters);
    printf("bad priority %d %s\n", n, strerror(errno));
    n = sched_getscheduler(-3);
    printf("nobody %d %s\n", n, strerror(errno));
    CPU_ZERO(&mine);
    printf("getaffinity %d\n", sched_getaffinity(0, sizeof mine, &mine));
    printf("some %d\n", CPU_COUNT(&mine) > 0);
    for (first = 0; !CPU_ISSET(first, &mine); first++)
        ;
    CPU_ZERO(&set);
    CPU_SET(first, &set);
    printf("setaffinity %d\n", sched_setaffinity(0, sizeof set, &set));
    sched_getaffinity(0, sizeof other, &other);
    printf("one %d, equal %d, here %d\n", CPU_COUNT(&other), CPU_EQUAL(&other, &set), sched_getcpu() == first);
    if (fork() == 0) {
        sched_getaffinity(0, sizeof other, &other);
        _exit(CPU_COUNT(&other));
    }
    wait(&status);
    printf("inherited %d\n", WEXITSTATUS(status));
    CPU_CLR(first, &set);
    n = sched_setaffinity(0, sizeof set, &set);
    printf("none %d %s\n", n, strerror(errno));
    printf("yield %d\n", sched_yield());
    return 0;
}
