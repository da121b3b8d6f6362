#ifndef _BITS_THREAD_SIGNALS_H
#define _BITS_THREAD_SIGNALS_H
#include <bits/pthreads.h>
#include <bits/siginfo.h>
#include <bits/sigset.h>
int pthread_kill(pthread_t thread, int signal);
int pthread_sigqueue(pthread_t thread, int signal, const union sigval value);
int pthread_sigmask(int how, const sigset_t *set, sigset_t *old);
#endif
