// shows: a SIGCHLD handler that loops over waitpid with WNOHANG collects every child, while the parent computes and sleeps

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN 12

static volatile sig_atomic_t collected, sum;

static void on_child(int signal) {
  int before = errno, status;
  while (waitpid(-1, &status, WNOHANG) > 0) {
    collected++;
    sum += WEXITSTATUS(status);
  }
  errno = before;
}

int main(void) {
  struct sigaction action = {0};
  action.sa_handler = on_child;
  action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
  sigaction(SIGCHLD, &action, NULL);
  for (int i = 0; i < CHILDREN; i++) {
    if (fork() == 0)
      _exit(i);
  }
  while (collected < CHILDREN / 2)
    ;
  while (collected < CHILDREN)
    sleep(1);
  printf("%d %d\n", collected, sum);
  printf("%d %d\n", wait(NULL), errno == ECHILD);
  return 0;
}
