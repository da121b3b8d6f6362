#include <bits/actions.h>
#include <bits/thread_calls.h>
#include <bits/threaded.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int raise(int signal) {
    return __threaded ? __tgkill(getpid(), gettid(), signal) : kill(getpid(), signal);
}

int gsignal(int signal) {
    return raise(signal);
}

int killpg(int group, int signal) {
    if (group < 0) {
        errno = EINVAL;
        return -1;
    }
    return kill(-group, signal);
}

void psignal(int signal, const char *text) {
    if (text && *text)
        fprintf(stderr, "%s: %s\n", text, strsignal(signal));
    else
        fprintf(stderr, "%s\n", strsignal(signal));
}

int sigaction(int signal, const struct sigaction *action, struct sigaction *old) {
    struct __action wanted, before;
    if (action) {
        wanted.handler = (long)action->sa_handler;
        wanted.flags = action->sa_flags;
        wanted.mask = action->sa_mask.__val[0];
    }
    if (__sigaction(signal, action ? &wanted : NULL, &before) < 0)
        return -1;
    if (old) {
        memset(old, 0, sizeof *old);
        old->sa_handler = (__sighandler_t)before.handler;
        old->sa_flags = before.flags;
        old->sa_mask.__val[0] = before.mask;
    }
    return 0;
}

/* Which signals siginterrupt(3) wants to interrupt calls also when signal(2) sets the handler. */
static unsigned long __interrupting;

static unsigned long __bit(int signal) {
    return signal > 0 && signal < _NSIG ? 1ul << (signal - 1) : 0;
}

static __sighandler_t __set_handler(int signal, __sighandler_t handler, int flags, unsigned long mask) {
    struct __action wanted, before;
    if (handler == SIG_ERR) {
        errno = EINVAL;
        return SIG_ERR;
    }
    wanted.handler = (long)handler;
    wanted.flags = flags;
    wanted.mask = mask;
    return __sigaction(signal, &wanted, &before) < 0 ? SIG_ERR : (__sighandler_t)before.handler;
}

__sighandler_t signal(int signal, __sighandler_t handler) {
    return __set_handler(signal, handler, __interrupting & __bit(signal) ? 0 : SA_RESTART, __bit(signal));
}

__sighandler_t bsd_signal(int number, __sighandler_t handler) {
    return signal(number, handler);
}

__sighandler_t sysv_signal(int signal, __sighandler_t handler) {
    return __set_handler(signal, handler, SA_RESETHAND | SA_NODEFER | SA_INTERRUPT, 0);
}

int siginterrupt(int signal, int interrupts) {
    struct __action action;
    if (__sigaction(signal, NULL, &action) < 0)
        return -1;
    if (interrupts) {
        __interrupting |= __bit(signal);
        action.flags &= ~SA_RESTART;
    } else {
        __interrupting &= ~__bit(signal);
        action.flags |= SA_RESTART;
    }
    return __sigaction(signal, &action, NULL);
}

int sigemptyset(sigset_t *set) {
    memset(set, 0, sizeof *set);
    return 0;
}

/* Two signals are the C library's own. */
int sigfillset(sigset_t *set) {
    memset(set, 0, sizeof *set);
    set->__val[0] = ~(3ul << 31);
    return 0;
}

static int __is_signal(int signal) {
    if (signal > 0 && signal < _NSIG)
        return 1;
    errno = EINVAL;
    return 0;
}

int sigaddset(sigset_t *set, int signal) {
    if (!__is_signal(signal))
        return -1;
    set->__val[0] |= __bit(signal);
    return 0;
}

int sigdelset(sigset_t *set, int signal) {
    if (!__is_signal(signal))
        return -1;
    set->__val[0] &= ~__bit(signal);
    return 0;
}

int sigismember(const sigset_t *set, int signal) {
    return __is_signal(signal) ? (set->__val[0] & __bit(signal)) != 0 : -1;
}

int sigisemptyset(const sigset_t *set) {
    return set->__val[0] == 0;
}

int sigorset(sigset_t *to, const sigset_t *a, const sigset_t *b) {
    to->__val[0] = a->__val[0] | b->__val[0];
    return 0;
}

int sigandset(sigset_t *to, const sigset_t *a, const sigset_t *b) {
    to->__val[0] = a->__val[0] & b->__val[0];
    return 0;
}

int sigprocmask(int how, const sigset_t *set, sigset_t *old) {
    return __sigprocmask(how, set ? set->__val : NULL, old ? old->__val : NULL);
}

int sigpending(sigset_t *set) {
    return __sigpending(set->__val);
}

int sigsuspend(const sigset_t *mask) {
    return __sigsuspend(mask->__val);
}

int sigtimedwait(const sigset_t *set, siginfo_t *info, const struct timespec *timeout) {
    return __sigtimedwait(set->__val, info, timeout);
}

int sigwaitinfo(const sigset_t *set, siginfo_t *info) {
    return __sigtimedwait(set->__val, info, NULL);
}

int sigwait(const sigset_t *set, int *signal) {
    int before = errno;
    int came, error;
    do {
        came = __sigtimedwait(set->__val, NULL, NULL);
        error = errno;
    } while (came < 0 && error == EINTR);
    errno = before;
    if (came < 0)
        return error;
    *signal = came;
    return 0;
}

int sigqueue(pid_t pid, int signal, const union sigval value) {
    return __sigqueue(pid, signal, (long)value.sival_ptr);
}

__sighandler_t sigset(int signal, __sighandler_t handler) {
    unsigned long set = __bit(signal), before;
    __sighandler_t old;
    if (handler == SIG_HOLD) {
        struct __action action;
        if (__sigaction(signal, NULL, &action) < 0 || __sigprocmask(SIG_BLOCK, &set, &before) < 0)
            return SIG_ERR;
        return before & set ? SIG_HOLD : (__sighandler_t)action.handler;
    }
    old = __set_handler(signal, handler, 0, 0);
    if (old == SIG_ERR || __sigprocmask(SIG_UNBLOCK, &set, &before) < 0)
        return SIG_ERR;
    return before & set ? SIG_HOLD : old;
}

int sighold(int signal) {
    unsigned long set = __bit(signal);
    return __is_signal(signal) ? __sigprocmask(SIG_BLOCK, &set, NULL) : -1;
}

int sigrelse(int signal) {
    unsigned long set = __bit(signal);
    return __is_signal(signal) ? __sigprocmask(SIG_UNBLOCK, &set, NULL) : -1;
}

int sigignore(int signal) {
    return __set_handler(signal, SIG_IGN, 0, 0) == SIG_ERR ? -1 : 0;
}

int sigpause(int signal) {
    unsigned long mask;
    if (!__is_signal(signal) || __sigprocmask(SIG_BLOCK, NULL, &mask) < 0)
        return -1;
    mask &= ~__bit(signal);
    return __sigsuspend(&mask);
}
