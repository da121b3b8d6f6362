#ifndef _SCHED_H
#define _SCHED_H
#include <sys/types.h>
#include <bits/time.h>
#define CLONE_VM 0x00000100
#define CLONE_FS 0x00000200
#define CLONE_FILES 0x00000400
#define CLONE_SIGHAND 0x00000800
#define CLONE_VFORK 0x00004000
#define CLONE_PARENT 0x00008000
#define CLONE_THREAD 0x00010000
#define CLONE_NEWNS 0x00020000
#define CLONE_SYSVSEM 0x00040000
#define CLONE_NEWCGROUP 0x02000000
#define CLONE_NEWUTS 0x04000000
#define CLONE_NEWIPC 0x08000000
#define CLONE_NEWUSER 0x10000000
#define CLONE_NEWPID 0x20000000
#define CLONE_NEWNET 0x40000000
#define CLONE_PTRACE 0x00002000
#define CLONE_SETTLS 0x00080000
#define CLONE_PARENT_SETTID 0x00100000
#define CLONE_CHILD_CLEARTID 0x00200000
#define CLONE_UNTRACED 0x00800000
#define CLONE_CHILD_SETTID 0x01000000
#define CLONE_PIDFD 0x00001000
#define CLONE_IO 0x80000000
#define CSIGNAL 0x000000ff
#define SCHED_OTHER 0
#define SCHED_NORMAL 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#define SCHED_BATCH 3
#define SCHED_IDLE 5
#define SCHED_DEADLINE 6
#define SCHED_RESET_ON_FORK 0x40000000
struct sched_param { int sched_priority; };
#define CPU_SETSIZE 1024
typedef struct { unsigned long __bits[16]; } cpu_set_t;
#define CPU_ZERO(set) __cpu_zero(set)
#define CPU_SET(cpu, set) __cpu_set(cpu, set, 1)
#define CPU_CLR(cpu, set) __cpu_set(cpu, set, 0)
#define CPU_ISSET(cpu, set) __cpu_has(cpu, set)
#define CPU_COUNT(set) __cpu_count(set)
#define CPU_EQUAL(a, b) __cpu_equal(a, b)
void __cpu_zero(cpu_set_t *set);
void __cpu_set(unsigned long cpu, cpu_set_t *set, int member);
int __cpu_has(unsigned long cpu, const cpu_set_t *set);
int __cpu_count(const cpu_set_t *set);
int __cpu_equal(const cpu_set_t *a, const cpu_set_t *b);
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...);
__system int __clone(int flags, int *parent, int *child);
__system int setns(int fd, int kind);
__system int sched_setscheduler(pid_t pid, int policy, const struct sched_param *parameters);
__system int sched_getscheduler(pid_t pid);
__system int sched_setparam(pid_t pid, const struct sched_param *parameters);
__system int sched_getparam(pid_t pid, struct sched_param *parameters);
__system int sched_get_priority_max(int policy);
__system int sched_get_priority_min(int policy);
__system int sched_rr_get_interval(pid_t pid, struct timespec *interval);
__system int __sched_setaffinity(pid_t pid, size_t size, const void *set);
__system int __sched_getaffinity(pid_t pid, size_t size, void *set);
int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set);
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set);
__system int getcpu(unsigned *cpu, unsigned *node);
int sched_getcpu(void);
__system int sched_yield(void);
__system int unshare(int flags);
#endif
