#include <bits/thread_calls.h>
#include <bits/thread_signals.h>
#include <bits/threads.h>
#include <errno.h>
#include <signal.h>
#include <unistd.h>

int pthread_kill(pthread_t thread, int signal) {
    int error = errno, result = 0, tid = __tid_of(thread);
    if (signal == 32 || signal == 33)
        return EINVAL;
    /* To one that has ended and was not joined, anything can be sent. */
    if (tid <= 0)
        return 0;
    if (__tgkill(getpid(), tid, signal) < 0)
        result = errno == ESRCH ? 0 : errno;
    errno = error;
    return result;
}

int pthread_sigqueue(pthread_t thread, int signal, const union sigval value) {
    return pthread_kill(thread, signal);
}

int pthread_sigmask(int how, const sigset_t *set, sigset_t *old) {
    int before = errno;
    int error = sigprocmask(how, set, old) < 0 ? errno : 0;
    errno = before;
    return error;
}
