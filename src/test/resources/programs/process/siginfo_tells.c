// shows: siginfo_t says who sent a signal, how a child ended, what value was queued, and where a fault was

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static sigjmp_buf back;
static volatile int zero;

static void on_signal(int signal, siginfo_t *info, void *context) {
  if (signal == SIGUSR1)
    printf("USR1 code %d own %d uid %d\n", info->si_code == SI_USER, info->si_pid == getpid(), info->si_uid == getuid());
  if (signal == SIGUSR2)
    printf("USR2 queued %d value %d\n", info->si_code == SI_QUEUE, info->si_value.sival_int);
  if (signal == SIGCHLD)
    printf("CHLD code %d status %d\n", info->si_code, info->si_status);
  if (signal == SIGSEGV) {
    printf("SEGV at %p signo %d\n", info->si_addr, info->si_signo);
    siglongjmp(back, 1);
  }
  if (signal == SIGFPE) {
    printf("FPE %d\n", info->si_code == FPE_INTDIV);
    siglongjmp(back, 2);
  }
  if (context == NULL)
    printf("no context\n");
}

int main(void) {
  int signals[] = {SIGUSR1, SIGUSR2, SIGCHLD, SIGSEGV, SIGFPE};
  struct sigaction action;
  union sigval value;
  action.sa_sigaction = on_signal;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < 5; i++)
    sigaction(signals[i], &action, NULL);
  setbuf(stdout, NULL);
  kill(getpid(), SIGUSR1);
  value.sival_int = 42;
  sigqueue(getpid(), SIGUSR2, value);
  if (fork() == 0)
    _exit(5);
  sleep(5);
  wait(NULL);
  pid_t child = fork();
  if (child == 0)
    for (;;)
      pause();
  usleep(100000);
  kill(child, SIGSTOP);
  sleep(5);
  kill(child, SIGCONT);
  sleep(5);
  kill(child, SIGKILL);
  sleep(5);
  wait(NULL);
  for (int round = 0; round < 2; round++) {
    if (sigsetjmp(back, 1) == 0)
      *(volatile int *)64 = 1;
    if (sigsetjmp(back, 1) == 0)
      printf("%d\n", 7 / zero);
  }
  printf("done\n");
  return 0;
}
