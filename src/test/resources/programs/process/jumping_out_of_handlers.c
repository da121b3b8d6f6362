// shows: siglongjmp out of a handler restores the mask that sigsetjmp saved, longjmp after setjmp does not; abort and a handler

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static sigjmp_buf place;
static jmp_buf plain;
static int plainly;

static void on_signal(int signal) {
  if (plainly)
    longjmp(plain, 7);
  siglongjmp(place, signal);
}

static void on_abort(int signal) {
  printf("about to be aborted\n");
  fflush(stdout);
}

static int blocked(int signal) {
  sigset_t now;
  sigprocmask(SIG_BLOCK, NULL, &now);
  return sigismember(&now, signal);
}

int main(void) {
  volatile int rounds = 0;
  int status, came;
  sigset_t set;
  signal(SIGUSR1, on_signal);
  signal(SIGALRM, on_signal);
  came = sigsetjmp(place, 1);
  printf("came %d blocked %d\n", came, blocked(SIGUSR1));
  if (rounds++ < 3)
    raise(SIGUSR1);
  came = sigsetjmp(place, 1);
  if (came == 0) {
    ualarm(50000, 0);
    for (;;)
      ;
  }
  printf("out of the loop by %d\n", came == SIGALRM);
  came = sigsetjmp(place, 1);
  if (came == 0) {
    ualarm(50000, 0);
    for (;;)
      pause();
  }
  printf("out of pause by %d\n", came == SIGALRM);
  plainly = 1;
  came = setjmp(plain);
  printf("plain %d blocked %d\n", came, blocked(SIGUSR1));
  if (came == 0)
    raise(SIGUSR1);
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  fflush(stdout);
  if (fork() == 0) {
    signal(SIGABRT, on_abort);
    abort();
  }
  wait(&status);
  printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status) == SIGABRT);
  fflush(stdout);
  if (fork() == 0) {
    signal(SIGABRT, SIG_IGN);
    abort();
  }
  wait(&status);
  printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status) == SIGABRT);
  return 0;
}
