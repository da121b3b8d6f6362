#ifndef _BITS_SIGINFO_H
#define _BITS_SIGINFO_H
typedef union sigval { int sival_int; void *sival_ptr; } sigval_t;
typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    int __align;
    union {
        struct {
            int si_pid;
            unsigned si_uid;
            union {
                struct { int si_status; int __gap; long si_utime; long si_stime; };
                sigval_t si_value;
                struct { int si_int; };
                void *si_ptr;
            };
        };
        struct { int si_timerid; int si_overrun; };
        struct { void *si_addr; short si_addr_lsb; };
        struct { long si_band; int si_fd; };
        int __rest[28];
    };
} siginfo_t;
#define SI_USER 0
#define SI_KERNEL 0x80
#define SI_QUEUE (-1)
#define SI_TIMER (-2)
#define SI_MESGQ (-3)
#define SI_ASYNCIO (-4)
#define SI_SIGIO (-5)
#define SI_TKILL (-6)
#define ILL_ILLOPC 1
#define ILL_ILLOPN 2
#define ILL_ILLADR 3
#define ILL_ILLTRP 4
#define FPE_INTDIV 1
#define FPE_INTOVF 2
#define FPE_FLTDIV 3
#define FPE_FLTOVF 4
#define FPE_FLTUND 5
#define FPE_FLTRES 6
#define FPE_FLTINV 7
#define FPE_FLTSUB 8
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define BUS_ADRALN 1
#define BUS_ADRERR 2
#define BUS_OBJERR 3
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6
#define POLL_IN 1
#define POLL_OUT 2
#define POLL_MSG 3
#define POLL_ERR 4
#define POLL_PRI 5
#define POLL_HUP 6
#endif
