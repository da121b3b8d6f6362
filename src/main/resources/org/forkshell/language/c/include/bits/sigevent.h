#ifndef _BITS_SIGEVENT_H
#define _BITS_SIGEVENT_H
#include <bits/siginfo.h>
typedef struct sigevent {
    union sigval sigev_value;
    int sigev_signo;
    int sigev_notify;
    union {
        int __rest[12];
        int sigev_notify_thread_id;
        struct { void (*sigev_notify_function)(union sigval); void *sigev_notify_attributes; };
    };
} sigevent_t;
#define SIGEV_SIGNAL 0
#define SIGEV_NONE 1
#define SIGEV_THREAD 2
#define SIGEV_THREAD_ID 4
#endif
