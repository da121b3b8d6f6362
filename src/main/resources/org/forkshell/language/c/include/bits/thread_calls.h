/* The system calls of threads. */
#ifndef _BITS_THREAD_CALLS_H
#define _BITS_THREAD_CALLS_H
#include <stddef.h>
struct __thread_start {
    char *stack;
    char *stack_end;
    int *error;
    long locals;
    void (*function)(void *);
    void *argument;
    int *tid;
};
__system int __thread_start(const struct __thread_start *how);
__system void __thread_exit(void *stack, size_t size, int *tid);
__system int __tgkill(int process, int thread, int signal);
#define _CANCEL_DEFERRED 0
#define _CANCEL_ASYNCHRONOUS 1
#define _CANCEL_DISABLED 2
#define _SIGCANCEL 32
__system int __cancel_mode(int mode);
__system int __cancel_handler(void (*handler)(int));
__system int __test_cancel(void);
#endif
