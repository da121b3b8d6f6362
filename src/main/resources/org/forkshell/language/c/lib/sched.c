#include <errno.h>
#include <sched.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

/* The child goes on from here, on its copy of this stack; the other one stays as it is. */
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) {
    va_list arguments;
    int *parent = NULL, *child = NULL, pid;
    if (!function || !stack) {
        errno = EINVAL;
        return -1;
    }
    va_start(arguments, argument);
    if (flags & (CLONE_PARENT_SETTID | CLONE_PIDFD | CLONE_SETTLS | CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID))
        parent = va_arg(arguments, int *);
    if (flags & (CLONE_SETTLS | CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID)) {
        va_arg(arguments, void *);
        child = va_arg(arguments, int *);
    }
    pid = __clone(flags, parent, child);
    if (pid == 0)
        _exit(function(argument));
    return pid;
}

void __cpu_zero(cpu_set_t *set) {
    memset(set, 0, sizeof *set);
}

void __cpu_set(unsigned long cpu, cpu_set_t *set, int member) {
    unsigned long bit = 1ul << cpu % 64;
    if (cpu >= CPU_SETSIZE)
        return;
    if (member)
        set->__bits[cpu / 64] |= bit;
    else
        set->__bits[cpu / 64] &= ~bit;
}

int __cpu_has(unsigned long cpu, const cpu_set_t *set) {
    return cpu < CPU_SETSIZE && (set->__bits[cpu / 64] >> cpu % 64 & 1);
}

int __cpu_count(const cpu_set_t *set) {
    int count = 0, cpu;
    for (cpu = 0; cpu < CPU_SETSIZE; cpu++)
        count += __cpu_has(cpu, set);
    return count;
}

int __cpu_equal(const cpu_set_t *a, const cpu_set_t *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

int sched_setaffinity(pid_t pid, size_t size, const cpu_set_t *set) {
    return __sched_setaffinity(pid, size, set);
}

/* The kernel says how much it wrote. */
int sched_getaffinity(pid_t pid, size_t size, cpu_set_t *set) {
    int written = __sched_getaffinity(pid, size, set);
    if (written < 0)
        return -1;
    memset((char *)set + written, 0, size - written);
    return 0;
}

int sched_getcpu(void) {
    unsigned cpu;
    return getcpu(&cpu, NULL) < 0 ? -1 : cpu;
}
