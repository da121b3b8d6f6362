#ifndef _BITS_SIGINFO_H
#define _BITS_SIGINFO_H
typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    int __align;
    int si_pid;
    unsigned si_uid;
    int si_status;
    int __rest[25];
} siginfo_t;
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6
#endif
