// shows: of queued real-time signals each one is handled, whatever the receiver is doing: computing, printing, forking, reading, waiting

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SIGNALS 400

static volatile sig_atomic_t caught, wrong;

static void on_signal(int signal, siginfo_t *info, void *context) {
  if (info->si_value.sival_int != caught)
    wrong++;
  caught++;
}

int main(void) {
  struct sigaction action;
  union sigval value;
  int fds[2], status, rounds = 0, forks = 0;
  char bytes[16];
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_signal;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigaction(SIGRTMIN + 3, &action, NULL);
  pipe(fds);
  pid_t parent = getpid(), child = fork();
  if (child == 0) {
    for (int i = 0; i < SIGNALS; i++) {
      value.sival_int = i;
      while (sigqueue(parent, SIGRTMIN + 3, value) < 0)
        usleep(1000);
      if (i % 4 == 0)
        write(fds[1], "x", 1);
      if (i % 50 == 0)
        usleep(2000);
    }
    _exit(9);
  }
  while (caught < SIGNALS) {
    switch (rounds++ % 4) {
    case 0:
      for (volatile int i = 0; i < 1000; i++)
        ;
      break;
    case 1:
      fprintf(stderr, "%s", "");
      getppid();
      break;
    case 2:
      if (forks < 20) {
        pid_t other = fork();
        if (other == 0)
          _exit(caught > SIGNALS);
        forks++;
        waitpid(other, &status, 0);
      }
      break;
    default:
      if (rounds / 4 < SIGNALS / 4)
        read(fds[0], bytes, 1);
    }
  }
  printf("%d %d\n", caught, wrong);
  printf("%d\n", waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 9);
  return 0;
}
