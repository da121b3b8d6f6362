/* What the library's own sources know of threads. */
#ifndef _BITS_THREADS_H
#define _BITS_THREADS_H
#include <bits/builtins.h>
#include <bits/cleanup.h>
#include <bits/ordering.h>
#include <bits/robust.h>
#include <bits/threaded.h>
#include <stddef.h>
#include <sys/types.h>
#define _KEYS 1024
#define _KEYS_IN_BLOCK 32
struct __value { unsigned age; void *value; };
/* A thread: a pthread_t is its address. It lies at the end of its stack, the first one's does not. */
struct __pthread {
    struct __pthread *next;
    int tid;                /* the kernel sets it to 0 when the thread is gone; -1 when it was joined */
    int error;              /* errno */
    int state;
    int keeps_stack;        /* the stack is the program's, not ours to use again */
    struct __pthread *joiner;
    void *result;
    void *(*function)(void *);
    void *argument;
    char *stack;
    size_t size;
    size_t guard;
    struct __cleanup *cleanup;
    struct __value *values[_KEYS / _KEYS_IN_BLOCK];
    int cancel_disabled;
    int cancel_asynchronous;
    int cancelled;
    int exiting;
    struct __robust_list robust;
    int robust_of;          /* the id under which the kernel knows the list */
    char *locals;
    char name[16];
};
/* state */
#define _JOINABLE 0
#define _DETACHED 1
#define _EXITED 2
/* Where the first thread has its errno: AddressSpace.ERRNO. */
#define _FIRST_ERRNO 0x400004000000
/* How many threads there are. */
extern int __alive;
extern struct __pthread __first_thread;
struct __pthread *__self(void);
int __own_tid(void);
int __tid_of(unsigned long id);
void __lock_word(int *word);
void __unlock_word(int *word);
int __add_to(int *word, int delta);
#endif
