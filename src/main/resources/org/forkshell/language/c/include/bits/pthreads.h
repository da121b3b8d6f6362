#ifndef _BITS_PTHREADS_H
#define _BITS_PTHREADS_H
#include <bits/robust.h>
#include <bits/time.h>
#include <sys/types.h>
typedef unsigned long pthread_t;
typedef unsigned pthread_key_t;
typedef int pthread_once_t;
typedef volatile int pthread_spinlock_t;
typedef union { char __size[56]; long __align; } pthread_attr_t;
/* A mutex as glibc lays it out, so that its size and its initial values are the same. */
typedef union {
    struct {
        int lock;       /* 0 free, 1 taken, 2 taken and somebody may sleep; of a robust one, its owner's id and flags */
        unsigned count; /* how often a recursive one is taken */
        int owner;      /* the id of the thread that has it */
        unsigned users;
        int kind;       /* PTHREAD_MUTEX_*, and flags */
        short spins;
        short unused;
        struct __robust_entry list;
    } __data;
    char __size[40];
    long __align;
} pthread_mutex_t;
typedef union { char __size[4]; int __align; } pthread_mutexattr_t;
typedef union {
    struct {
        int lock;                 /* of these words */
        unsigned futex;           /* changes with every event */
        unsigned long long total; /* how many have begun to wait */
        unsigned long long woken; /* how many of them may go on */
        unsigned long long gone;  /* how many of those have gone on */
        unsigned broadcasts;
        int clock;
    } __data;
    char __size[48];
    long long __align;
} pthread_cond_t;
typedef union { char __size[4]; int __align; } pthread_condattr_t;
#define _HOLDERS 6
typedef union {
    struct {
        int lock;               /* of these words */
        int readers;
        int writer;             /* the id of the thread that writes, or 0 */
        int waiting_readers;
        int waiting_writers;
        int futex;              /* changes when somebody gives it back */
        int kind;
        int shared;
        int holders[_HOLDERS];  /* who reads, by the threads' ids, as far as there is room */
    } __data;
    char __size[56];
    long __align;
} pthread_rwlock_t;
typedef union { char __size[8]; long __align; } pthread_rwlockattr_t;
typedef union {
    struct {
        int lock;
        unsigned count;
        unsigned arrived;
        unsigned phase;
        unsigned leaving;
    } __data;
    char __size[32];
    long __align;
} pthread_barrier_t;
typedef union { char __size[4]; int __align; } pthread_barrierattr_t;
#endif
