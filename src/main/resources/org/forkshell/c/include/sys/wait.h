#ifndef _SYS_WAIT_H
#define _SYS_WAIT_H
#include <sys/types.h>
#include <bits/wait.h>
#include <bits/signals.h>
#define WAIT_ANY (-1)
#define WAIT_MYPGRP 0
pid_t wait(int *status);
__system pid_t waitpid(pid_t pid, int *status, int options);
#endif
