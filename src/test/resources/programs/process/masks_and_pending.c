// shows: blocked signals wait in the kernel, standard ones once, real-time ones queued; sa_mask, SA_NODEFER, SA_RESETHAND, sigsuspend, sigwait

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int depth, raised;

static void on_signal(int signal) {
  depth++;
  printf("%*shandler of %d begins\n", 2 * depth, "", signal);
  if (signal == SIGUSR1 && raised < 2) {
    raised++;
    raise(SIGUSR1);
    raise(SIGUSR2);
  }
  printf("%*shandler of %d ends\n", 2 * depth, "", signal);
  depth--;
}

static void on_real_time(int signal, siginfo_t *info, void *context) {
  printf("rt %d value %d\n", signal - SIGRTMIN, info->si_value.sival_int);
}

static void arrange(int signal, int flags, int masked) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = flags;
  if (masked)
    sigaddset(&action.sa_mask, masked);
  sigaction(signal, &action, NULL);
}

int main(void) {
  sigset_t set, old, pending;
  struct sigaction action;
  union sigval value;
  int i, signal;
  setbuf(stdout, NULL);
  arrange(SIGUSR2, 0, 0);
  printf("plain\n");
  arrange(SIGUSR1, 0, 0);
  raise(SIGUSR1);
  raised = 0;
  printf("USR2 masked\n");
  arrange(SIGUSR1, 0, SIGUSR2);
  raise(SIGUSR1);
  raised = 0;
  printf("not deferred\n");
  arrange(SIGUSR1, SA_NODEFER, 0);
  raise(SIGUSR1);
  printf("reset\n");
  arrange(SIGUSR1, SA_RESETHAND, 0);
  sigaction(SIGUSR1, NULL, &action);
  printf("%d\n", action.sa_handler == on_signal);

  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_real_time;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGRTMIN, &action, NULL);
  sigaction(SIGRTMIN + 1, &action, NULL);
  sigfillset(&set);
  sigdelset(&set, SIGUSR1);
  printf("block %d\n", sigprocmask(SIG_BLOCK, &set, &old));
  for (i = 0; i < 3; i++) {
    value.sival_int = i;
    sigqueue(getpid(), SIGRTMIN + 1, value);
    sigqueue(getpid(), SIGRTMIN, value);
    kill(getpid(), SIGUSR2);
  }
  sigpending(&pending);
  for (i = 1; i < NSIG; i++)
    if (sigismember(&pending, i))
      printf("pending %d\n", i);
  sigprocmask(SIG_SETMASK, &old, NULL);
  printf("unblocked\n");

  sigemptyset(&set);
  sigaddset(&set, SIGUSR2);
  sigprocmask(SIG_BLOCK, &set, NULL);
  pid_t child = fork();
  if (child == 0) {
    sigpending(&pending);
    printf("child pending %d blocked %d\n", sigismember(&pending, SIGUSR2), sigprocmask(SIG_BLOCK, NULL, &old) == 0 && sigismember(&old, SIGUSR2));
    kill(getppid(), SIGUSR2);
    _exit(0);
  }
  sigemptyset(&old);
  int suspended = sigsuspend(&old);
  printf("suspended %d %d\n", suspended, errno == EINTR);
  wait(NULL);
  sigprocmask(SIG_BLOCK, NULL, &old);
  printf("still blocked %d\n", sigismember(&old, SIGUSR2));
  raise(SIGUSR2);
  printf("sigwait %d", sigwait(&set, &signal));
  printf(" %d\n", signal == SIGUSR2);
  struct timespec soon = {0, 50000000};
  siginfo_t info;
  printf("timed %d", sigtimedwait(&set, &info, &soon));
  printf(" %d\n", errno == EAGAIN);
  raise(SIGUSR2);
  printf("info %d", sigwaitinfo(&set, &info));
  printf(" %d %d\n", info.si_signo, info.si_pid == getpid());
  printf("%d %d %d\n", sigaction(SIGKILL, &action, NULL), sigaddset(&set, 0), sigaction(99, &action, NULL));
  return 0;
}
