#include <bits/attributes.h>
#include <bits/pthread_attributes.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/resource.h>

static struct __attributes *__of(const pthread_attr_t *attributes) {
    return (struct __attributes *)attributes;
}

int pthread_attr_init(pthread_attr_t *attributes) {
    memset(attributes, 0, sizeof *attributes);
    __of(attributes)->guard_size = 4096;
    return 0;
}

int pthread_attr_destroy(pthread_attr_t *attributes) {
    return 0;
}

int pthread_attr_getdetachstate(const pthread_attr_t *attributes, int *state) {
    *state = __of(attributes)->detached;
    return 0;
}

int pthread_attr_setdetachstate(pthread_attr_t *attributes, int state) {
    if (state != PTHREAD_CREATE_JOINABLE && state != PTHREAD_CREATE_DETACHED)
        return EINVAL;
    __of(attributes)->detached = state;
    return 0;
}

int pthread_attr_getguardsize(const pthread_attr_t *attributes, size_t *size) {
    *size = __of(attributes)->guard_size;
    return 0;
}

int pthread_attr_setguardsize(pthread_attr_t *attributes, size_t size) {
    __of(attributes)->guard_size = size;
    return 0;
}

int pthread_attr_getschedparam(const pthread_attr_t *attributes, struct sched_param *parameters) {
    parameters->sched_priority = __of(attributes)->priority;
    return 0;
}

int pthread_attr_setschedparam(pthread_attr_t *attributes, const struct sched_param *parameters) {
    int policy = __of(attributes)->policy;
    if (parameters->sched_priority < sched_get_priority_min(policy) || parameters->sched_priority > sched_get_priority_max(policy))
        return EINVAL;
    __of(attributes)->priority = parameters->sched_priority;
    return 0;
}

int pthread_attr_getschedpolicy(const pthread_attr_t *attributes, int *policy) {
    *policy = __of(attributes)->policy;
    return 0;
}

int pthread_attr_setschedpolicy(pthread_attr_t *attributes, int policy) {
    if (policy != SCHED_OTHER && policy != SCHED_FIFO && policy != SCHED_RR)
        return EINVAL;
    __of(attributes)->policy = policy;
    return 0;
}

int pthread_attr_getinheritsched(const pthread_attr_t *attributes, int *inherits) {
    *inherits = __of(attributes)->explicit_scheduling;
    return 0;
}

int pthread_attr_setinheritsched(pthread_attr_t *attributes, int inherits) {
    if (inherits != PTHREAD_INHERIT_SCHED && inherits != PTHREAD_EXPLICIT_SCHED)
        return EINVAL;
    __of(attributes)->explicit_scheduling = inherits;
    return 0;
}

int pthread_attr_getscope(const pthread_attr_t *attributes, int *scope) {
    *scope = __of(attributes)->process_scope;
    return 0;
}

int pthread_attr_setscope(pthread_attr_t *attributes, int scope) {
    return scope == PTHREAD_SCOPE_SYSTEM ? 0 : scope == PTHREAD_SCOPE_PROCESS ? ENOTSUP : EINVAL;
}

int pthread_attr_getstack(const pthread_attr_t *attributes, void **stack, size_t *size) {
    *stack = __of(attributes)->stack_end - __of(attributes)->stack_size;
    *size = __of(attributes)->stack_size;
    return 0;
}

int pthread_attr_setstack(pthread_attr_t *attributes, void *stack, size_t size) {
    if (size < PTHREAD_STACK_MIN)
        return EINVAL;
    __of(attributes)->stack_end = (char *)stack + size;
    __of(attributes)->stack_size = size;
    __of(attributes)->has_stack = 1;
    return 0;
}

int pthread_attr_getstackaddr(const pthread_attr_t *attributes, void **stack) {
    *stack = __of(attributes)->stack_end;
    return 0;
}

int pthread_attr_setstackaddr(pthread_attr_t *attributes, void *stack) {
    __of(attributes)->stack_end = stack;
    __of(attributes)->has_stack = 1;
    return 0;
}

int pthread_attr_getstacksize(const pthread_attr_t *attributes, size_t *size) {
    struct rlimit limit;
    *size = __of(attributes)->stack_size ? __of(attributes)->stack_size : __default_attributes()->stack_size;
    if (*size == 0)
        *size = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY ? limit.rlim_cur : 2ul << 20;
    return 0;
}

int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t size) {
    if (size < PTHREAD_STACK_MIN)
        return EINVAL;
    __of(attributes)->stack_size = size;
    return 0;
}

int pthread_attr_setaffinity_np(pthread_attr_t *attributes, size_t size, const cpu_set_t *set) {
    return 0;
}

int pthread_attr_getaffinity_np(const pthread_attr_t *attributes, size_t size, cpu_set_t *set) {
    memset(set, 0xff, size);
    return 0;
}

int pthread_getattr_default_np(pthread_attr_t *attributes) {
    memset(attributes, 0, sizeof *attributes);
    *__of(attributes) = *__default_attributes();
    pthread_attr_getstacksize(attributes, &__of(attributes)->stack_size);
    return 0;
}

int pthread_setattr_default_np(const pthread_attr_t *attributes) {
    if (__of(attributes)->has_stack)
        return EINVAL;
    *__default_attributes() = *__of(attributes);
    return 0;
}
