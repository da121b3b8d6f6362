#include <bits/at_fork.h>
#include <bits/futex.h>
#include <bits/futexes.h>
#include <bits/threads.h>
#include <errno.h>
#include <unistd.h>

int __alive = 1;
struct __pthread __first_thread;

/* Every thread has its own errno: in its struct, but for the first. */
struct __pthread *__self(void) {
    char *error = (char *)__errno_location();
    if (error == (char *)_FIRST_ERRNO)
        return &__first_thread;
    return (struct __pthread *)(error - offsetof(struct __pthread, error));
}

static void __nothing(void) {
}

static void __forget_tid(pid_t pid) {
    if (pid == 0)
        __first_thread.tid = 0;
}

/* Without threads nobody else would see to it that a child asks for its own: see pthread.c. */
int __own_tid(void) {
    struct __pthread *self = __self();
    if (self->tid <= 0) {
        self->tid = gettid();
        if (!__before_fork) {
            __before_fork = __nothing;
            __after_fork = __forget_tid;
        }
    }
    return self->tid;
}

/* 0 free, 1 taken, 2 taken and somebody may sleep. */
void __lock_word(int *word) {
    int tries;
    for (tries = 0; tries < 50; tries++) {
        if (__sync_val_compare_and_swap(word, 0, 1) == 0)
            return;
    }
    while (__sync_val_compare_and_swap(word, 0, 2) != 0) {
        if (*word == 2 || __sync_val_compare_and_swap(word, 1, 2) != 0) {
            int error = errno;
            __futex(word, _FUTEX_WAIT, 2, NULL, NULL, 0);
            errno = error;
        }
    }
}

void __unlock_word(int *word) {
    if (__sync_val_compare_and_swap(word, 1, 0) == 2) {
        __sync_val_compare_and_swap(word, 2, 0);
        __wake(word, 1);
    }
}

/* Gives the new value. */
int __add_to(int *word, int delta) {
    return __sync_add_and_fetch(word, delta);
}

/* The kernel's id of a thread, 0 of one that has ended. */
int __tid_of(unsigned long id) {
    struct __pthread *thread = (struct __pthread *)id;
    if (thread == __self())
        return __own_tid();
    if (thread == &__first_thread && thread->tid == 0 && thread->state != _EXITED)
        thread->tid = getpid();
    return thread->tid;
}
