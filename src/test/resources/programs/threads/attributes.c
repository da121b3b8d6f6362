// shows: what attributes hold at first, what they refuse and what they keep
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>

int main(void) {
    pthread_attr_t a;
    struct sched_param parameters;
    size_t size;
    int value;
    void *stack;
    static char memory[65536] __attribute__((aligned(4096)));
    printf("init %d\n", pthread_attr_init(&a));
    pthread_attr_getdetachstate(&a, &value);
    printf("joinable %d\n", value == PTHREAD_CREATE_JOINABLE);
    pthread_attr_getstacksize(&a, &size);
    printf("stack %zu\n", size);
    pthread_attr_getguardsize(&a, &size);
    printf("guard %zu\n", size);
    pthread_attr_getinheritsched(&a, &value);
    printf("inherits %d\n", value == PTHREAD_INHERIT_SCHED);
    pthread_attr_getschedpolicy(&a, &value);
    printf("policy %d\n", value == SCHED_OTHER);
    pthread_attr_getschedparam(&a, &parameters);
    printf("priority %d\n", parameters.sched_priority);
    pthread_attr_getscope(&a, &value);
    printf("scope %d\n", value == PTHREAD_SCOPE_SYSTEM);
    printf("detach state 5: %d\n", pthread_attr_setdetachstate(&a, 5) == EINVAL);
    printf("small stack: %d\n", pthread_attr_setstacksize(&a, PTHREAD_STACK_MIN - 1) == EINVAL);
    printf("scope of process: %d\n", pthread_attr_setscope(&a, PTHREAD_SCOPE_PROCESS) == ENOTSUP);
    printf("policy 77: %d\n", pthread_attr_setschedpolicy(&a, 77) == EINVAL);
    printf("inherit 3: %d\n", pthread_attr_setinheritsched(&a, 3) == EINVAL);
    printf("stack of 1 MB: %d", pthread_attr_setstacksize(&a, 1 << 20));
    pthread_attr_getstacksize(&a, &size);
    printf(" %zu\n", size);
    printf("guard: %d", pthread_attr_setguardsize(&a, 8192));
    pthread_attr_getguardsize(&a, &size);
    printf(" %zu\n", size);
    printf("own stack: %d", pthread_attr_setstack(&a, memory, sizeof memory));
    pthread_attr_getstack(&a, &stack, &size);
    printf(" %d %zu\n", stack == memory, size);
    printf("destroy %d\n", pthread_attr_destroy(&a));
    return 0;
}
