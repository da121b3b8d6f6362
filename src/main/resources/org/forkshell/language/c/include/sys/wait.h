#ifndef _SYS_WAIT_H
#define _SYS_WAIT_H
#include <sys/types.h>
#include <bits/wait.h>
#include <signal.h>
#include <bits/siginfo.h>
#include <sys/resource.h>
#define WAIT_ANY (-1)
#define WAIT_MYPGRP 0
pid_t wait(int *status);
__system pid_t waitpid(pid_t pid, int *status, int options);
typedef enum { P_ALL, P_PID, P_PGID } idtype_t;
pid_t wait3(int *status, int options, struct rusage *usage);
__system pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);
__system int waitid(idtype_t kind, id_t id, siginfo_t *info, int options);
#endif
