#ifndef _SIGNAL_H
#define _SIGNAL_H
#include <sys/types.h>
#include <bits/signals.h>
typedef int sig_atomic_t;
typedef void (*sighandler_t)(int);
typedef void (*__sighandler_t)(int);
typedef struct { unsigned long __val[16]; } sigset_t;
#define SIG_DFL ((__sighandler_t)0)
#define SIG_IGN ((__sighandler_t)1)
#define SIG_ERR ((__sighandler_t)-1)
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
__system int kill(pid_t pid, int signal);
int killpg(int group, int signal);
int raise(int signal);
void psignal(int signal, const char *text);
#endif
