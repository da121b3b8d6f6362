/* Threads: they begin, end, are waited for, cancelled and named. */
#include <bits/actions.h>
#include <bits/at_fork.h>
#include <bits/futex.h>
#include <bits/keys_of_threads.h>
#include <bits/pthread_attributes.h>
#include <bits/stream.h>
#include <bits/thread_calls.h>
#include <bits/thread_locals.h>
#include <bits/threads.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#define _MAPPED (MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE)
#define _PAGE 4096ul
/* Stacks that wait to be used again, in bytes. */
#define _MOST_KEPT (40ul << 20)

/* All threads but the first, and of those that have ended the stacks. */
static struct __pthread *__all;
static struct __pthread *__ended;
static size_t __kept;
static int __list;

/* Stacks are as large as the system's first; where many are wanted there is no room for that. */
static size_t __default_stack(void) {
    size_t size = __default_attributes()->stack_size;
    if (size)
        return size;
    return __alive <= 100 ? 8ul << 20 : __alive <= 400 ? 1ul << 20 : 256ul << 10;
}

/* A thread that has ended for good, whose stack is large enough, or null. */
static struct __pthread *__used_stack(size_t size, size_t guard) {
    struct __pthread **at, *found;
    for (at = &__ended; (found = *at); at = &found->next) {
        if (found->tid <= 0 && found->size >= size && found->size < 2 * size && found->guard >= guard) {
            *at = found->next;
            __kept -= found->size;
            return found;
        }
    }
    return NULL;
}

static struct __pthread *__new_stack(const struct __attributes *how) {
    size_t guard = how->has_stack ? 0 : (how->guard_size + _PAGE - 1) & -_PAGE;
    size_t size = how->stack_size ? how->stack_size : __default_stack();
    struct __pthread *thread;
    char *stack;
    size = how->has_stack ? size : (size + _PAGE - 1) & -_PAGE;
    if (how->has_stack) {
        stack = how->stack_end - size;
    } else {
        thread = __used_stack(size, guard);
        if (thread) {
            stack = thread->stack;
            size = thread->size;
            guard = thread->guard;
        } else {
            stack = mmap(NULL, size, PROT_READ | PROT_WRITE, _MAPPED, -1, 0);
            if (stack == MAP_FAILED)
                return NULL;
            if (guard)
                mprotect(stack, guard, PROT_NONE);
        }
    }
    thread = (struct __pthread *)((size_t)(stack + size - sizeof *thread) & -64ul);
    memset(thread, 0, sizeof *thread);
    thread->stack = stack;
    thread->size = size;
    thread->guard = guard;
    thread->keeps_stack = how->has_stack;
    return thread;
}

/* A thread has ended, or will in a moment: the kernel says when, in its tid. */
static void __give_back(struct __pthread *thread) {
    struct __pthread **at;
    for (at = &__all; *at && *at != thread; at = &(*at)->next)
        ;
    if (*at)
        *at = thread->next;
    if (thread->keeps_stack)
        return;
    thread->next = __ended;
    __ended = thread;
    __kept += thread->size;
    for (at = &__ended->next; *at && __kept > _MOST_KEPT;) {
        struct __pthread *old = *at;
        if (old->tid > 0) {
            at = &old->next;
            continue;
        }
        *at = old->next;
        __kept -= old->size;
        munmap(old->stack, old->size);
    }
}

static void __begin(void *itself) {
    struct __pthread *thread = itself;
    __ordered_after(thread);
    pthread_exit(thread->function(thread->argument));
}

static void __hold_list(void);
static void __after(pid_t pid);

int pthread_create(pthread_t *id, const pthread_attr_t *attributes, void *(*function)(void *), void *argument) {
    const struct __attributes *how = attributes ? (const struct __attributes *)attributes : __default_attributes();
    struct __thread_start start;
    struct __pthread *thread;
    int error = errno, tid;
    __threaded = 1;
    __before_fork = __hold_list;
    __after_fork = __after;
    __own_tid();
    __lock_word(&__list);
    thread = __new_stack(how);
    if (!thread) {
        __unlock_word(&__list);
        errno = error;
        return EAGAIN;
    }
    thread->state = how->detached ? _DETACHED : _JOINABLE;
    thread->function = function;
    thread->argument = argument;
    memcpy(thread->name, __self()->name, sizeof thread->name);
    start.stack = thread->stack + thread->guard;
    start.stack_end = __make_locals((char *)thread);
    start.error = &thread->error;
    start.locals = __distance_of_locals(start.stack_end, (char *)thread);
    start.stack_end = (char *)((size_t)start.stack_end & -16ul);
    start.function = __begin;
    start.argument = thread;
    start.tid = &thread->tid;
    thread->next = __all;
    __all = thread;
    *id = (pthread_t)thread;
    __alive++;
    __ordered_before(thread);
    tid = __thread_start(&start);
    if (tid < 0) {
        __alive--;
        __give_back(thread);
    }
    __unlock_word(&__list);
    errno = error;
    return tid < 0 ? EAGAIN : 0;
}

void pthread_exit(void *result) {
    struct __pthread *self = __self();
    int state;
    self->exiting = 1;
    self->result = result;
    while (self->cleanup) {
        struct __cleanup *cleanup = self->cleanup;
        self->cleanup = cleanup->outer;
        cleanup->function(cleanup->argument);
    }
    __destroy_values(self);
    __let_go_of_all();
    __ordered_before(&self->tid);
    __ordered_before(&__alive);
    __lock_word(&__list);
    if (--__alive == 0) {
        __alive = 1;
        /* All others have ended, and what they did was before that. */
        __ordered_after(&__alive);
        __unlock_word(&__list);
        exit(0);
    }
    state = self->state;
    self->state = _EXITED;
    if (state == _DETACHED && self != &__first_thread)
        __give_back(self);
    __own_tid();
    __unlock_word(&__list);
    __thread_exit(NULL, 0, &self->tid);
}

static int __is_gone(struct __pthread *thread, clockid_t clock, const struct timespec *until) {
    int tid;
    while ((tid = thread->tid) > 0) {
        if (__sleep_while(&thread->tid, tid, until, clock | _JOINS) < 0 && errno == ETIMEDOUT)
            return 0;
    }
    return 1;
}

static void __stop_joining(void *thread) {
    ((struct __pthread *)thread)->joiner = NULL;
}

static int __join(pthread_t id, void **result, int waits, clockid_t clock, const struct timespec *until) {
    struct __pthread *thread = (struct __pthread *)id, *self = __self();
    struct __cleanup cleanup;
    int error = errno, gone;
    if (thread->tid < 0)
        return ESRCH;
    if (!waits && thread->tid > 0)
        return EBUSY;
    if (thread->state == _DETACHED)
        return EINVAL;
    if (thread == self || self->joiner == thread)
        return EDEADLK;
    if (thread->joiner && thread->joiner != self)
        return EINVAL;
    if (until && (until->tv_nsec < 0 || until->tv_nsec >= 1000000000))
        return EINVAL;
    if (thread == &__first_thread && !thread->tid && thread->state != _EXITED)
        thread->tid = getpid();
    thread->joiner = self;
    __cleanup_push(&cleanup, __stop_joining, thread);
    gone = __is_gone(thread, clock, until);
    __cleanup_pop(&cleanup, 0);
    errno = error;
    if (!gone) {
        thread->joiner = NULL;
        return ETIMEDOUT;
    }
    __ordered_after(&thread->tid);
    if (result)
        *result = thread->result;
    thread->tid = -1;
    if (thread != &__first_thread) {
        __lock_word(&__list);
        __give_back(thread);
        __unlock_word(&__list);
    }
    return 0;
}

int pthread_join(pthread_t thread, void **result) {
    return __join(thread, result, 1, 0, NULL);
}

int pthread_tryjoin_np(pthread_t thread, void **result) {
    return __join(thread, result, 0, 0, NULL);
}

int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *until) {
    return __join(thread, result, 1, CLOCK_REALTIME, until);
}

int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *until) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
        return EINVAL;
    return __join(thread, result, 1, clock, until);
}

int pthread_detach(pthread_t id) {
    struct __pthread *thread = (struct __pthread *)id;
    int result = 0;
    __lock_word(&__list);
    if (thread->tid < 0) {
        result = ESRCH;
    } else if (thread->state == _DETACHED) {
        result = EINVAL;
    } else {
        int state = thread->state;
        thread->state = _DETACHED;
        if (state == _EXITED && thread != &__first_thread)
            __give_back(thread);
    }
    __unlock_word(&__list);
    return result;
}

pthread_t pthread_self(void) {
    return (pthread_t)__self();
}

int pthread_equal(pthread_t a, pthread_t b) {
    return a == b;
}

int pthread_yield(void) {
    return sched_yield();
}

/* A thread that is cancelled goes on here. */
static void __cancelled(int signal) {
    struct __pthread *self = __self();
    __ordered_after(&self->cancelled);
    if (!self->exiting)
        pthread_exit(PTHREAD_CANCELED);
}

static int __catches;

int pthread_cancel(pthread_t id) {
    struct __pthread *thread = (struct __pthread *)id;
    int error = errno, tid = __tid_of(id);
    if (tid <= 0)
        return 0;
    if (!__catches) {
        /* In this order: others may cancel at the same time, and twice does no harm. */
        __cancel_handler(__cancelled);
        __catches = 1;
    }
    __ordered_before(&thread->cancelled);
    thread->cancelled = 1;
    /* While it does not want to be cancelled, nothing is to disturb it. */
    if (!thread->cancel_disabled)
        __tgkill(getpid(), tid, _SIGCANCEL);
    errno = error;
    return 0;
}

static void __tell_mode(struct __pthread *self) {
    __cancel_mode(self->cancel_disabled ? _CANCEL_DISABLED : self->cancel_asynchronous ? _CANCEL_ASYNCHRONOUS : _CANCEL_DEFERRED);
    if (self->cancelled && !self->cancel_disabled && !self->exiting)
        __tgkill(getpid(), __own_tid(), _SIGCANCEL);
}

int pthread_setcancelstate(int state, int *old) {
    struct __pthread *self = __self();
    if (state != PTHREAD_CANCEL_ENABLE && state != PTHREAD_CANCEL_DISABLE)
        return EINVAL;
    if (old)
        *old = self->cancel_disabled;
    if (self->cancel_disabled != state) {
        self->cancel_disabled = state;
        __tell_mode(self);
    }
    return 0;
}

int pthread_setcanceltype(int type, int *old) {
    struct __pthread *self = __self();
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS)
        return EINVAL;
    if (old)
        *old = self->cancel_asynchronous;
    if (self->cancel_asynchronous != type) {
        self->cancel_asynchronous = type;
        __tell_mode(self);
    }
    return 0;
}

void pthread_testcancel(void) {
    if (__catches)
        __test_cancel();
}

/* Handlers of pthread_atfork, the latest first. */
struct __at_fork {
    struct __at_fork *next;
    void (*before)(void);
    void (*parent)(void);
    void (*child)(void);
};
static struct __at_fork *__handlers;

static void __call_after(struct __at_fork *handler, pid_t pid) {
    void (*function)(void);
    if (!handler)
        return;
    /* After fork, the earliest is the first. */
    __call_after(handler->next, pid);
    function = pid == 0 ? handler->child : handler->parent;
    if (function)
        function();
}

static void __hold_list(void) {
    struct __at_fork *handler;
    for (handler = __handlers; handler; handler = handler->next) {
        if (handler->before)
            handler->before();
    }
    if (__threaded)
        __lock_word(&__list);
}

/* In the child there is this thread only. */
static void __alone(void) {
    struct __pthread *self = __self(), *thread, *next;
    FILE *stream;
    for (thread = __all; thread; thread = next) {
        next = thread->next;
        if (thread != self) {
            thread->tid = 0;
            __give_back(thread);
        }
    }
    for (thread = __ended; thread; thread = thread->next)
        thread->tid = thread->tid > 0 ? 0 : thread->tid;
    self->tid = gettid();
    self->joiner = NULL;
    __alive = 1;
    for (stream = __streams; stream; stream = stream->next)
        __free_stream(stream);
}

static void __after(pid_t pid) {
    if (pid == 0)
        __alone();
    if (__threaded)
        __unlock_word(&__list);
    __call_after(__handlers, pid);
}

int pthread_atfork(void (*before)(void), void (*parent)(void), void (*child)(void)) {
    struct __at_fork *handler = malloc(sizeof *handler);
    if (!handler)
        return ENOMEM;
    handler->before = before;
    handler->parent = parent;
    handler->child = child;
    handler->next = __handlers;
    __handlers = handler;
    __before_fork = __hold_list;
    __after_fork = __after;
    return 0;
}

int pthread_setname_np(pthread_t id, const char *name) {
    struct __pthread *thread = (struct __pthread *)id;
    char path[48];
    int fd, error = errno;
    if (strlen(name) > 15)
        return ERANGE;
    strcpy(thread->name, name);
    if (thread == __self()) {
        prctl(PR_SET_NAME, name);
        return 0;
    }
    snprintf(path, sizeof path, "/proc/self/task/%d/comm", __tid_of(id));
    fd = open(path, O_RDWR);
    if (fd >= 0) {
        write(fd, name, strlen(name));
        close(fd);
    }
    errno = error;
    return 0;
}

int pthread_getname_np(pthread_t id, char *name, size_t size) {
    char path[48];
    int fd, count, error = errno;
    if (size < 16)
        return ERANGE;
    snprintf(path, sizeof path, "/proc/self/task/%d/comm", __tid_of(id));
    fd = open(path, O_RDONLY);
    count = fd < 0 ? -1 : read(fd, name, size);
    if (fd >= 0)
        close(fd);
    errno = error;
    if (count < 0)
        return ESRCH;
    if (count > 0 && name[count - 1] == '\n')
        count--;
    name[count < size ? count : size - 1] = 0;
    return 0;
}

static int __error_of(int result, int before) {
    int error = result < 0 ? errno : 0;
    errno = before;
    return error;
}

int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set) {
    int before = errno;
    return __error_of(sched_setaffinity(__tid_of(thread), size, set), before);
}

int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *set) {
    int before = errno;
    return __error_of(sched_getaffinity(__tid_of(thread), size, set), before);
}

int pthread_getschedparam(pthread_t thread, int *policy, struct sched_param *parameters) {
    int before = errno;
    *policy = sched_getscheduler(__tid_of(thread));
    return __error_of(*policy < 0 ? -1 : sched_getparam(__tid_of(thread), parameters), before);
}

int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *parameters) {
    int before = errno;
    return __error_of(sched_setscheduler(__tid_of(thread), policy, parameters), before);
}

int pthread_setschedprio(pthread_t thread, int priority) {
    struct sched_param parameters;
    int before = errno;
    parameters.sched_priority = priority;
    return __error_of(sched_setparam(__tid_of(thread), &parameters), before);
}

static int __concurrency;

int pthread_getconcurrency(void) {
    return __concurrency;
}

int pthread_setconcurrency(int level) {
    if (level < 0)
        return EINVAL;
    __concurrency = level;
    return 0;
}

int pthread_getcpuclockid(pthread_t thread, clockid_t *clock) {
    *clock = ~__tid_of(thread) << 3 | 6;
    return 0;
}

int pthread_getattr_np(pthread_t id, pthread_attr_t *attributes) {
    struct __pthread *thread = (struct __pthread *)id;
    struct __attributes *to = (struct __attributes *)attributes;
    memset(attributes, 0, sizeof *attributes);
    to->detached = thread->state == _DETACHED;
    to->guard_size = thread->guard;
    if (thread == &__first_thread) {
        to->stack_end = (char *)_FIRST_STACK_END;
        to->stack_size = 8ul << 20;
    } else {
        to->stack_end = thread->stack + thread->size;
        to->stack_size = thread->size - thread->guard;
    }
    to->has_stack = 1;
    return 0;
}
