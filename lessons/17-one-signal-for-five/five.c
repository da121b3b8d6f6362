#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int runs, collected;
static int loop;

static void child_ended(int signal) {
  int kept = errno; /* whoever was interrupted may be about to look at it */

  runs++;
  if (loop) {
    while (waitpid(-1, NULL, WNOHANG) > 0)
      collected++;
  } else if (wait(NULL) > 0)
    collected++;
  errno = kept;
}

/* five once: a wait for each signal; five loop: as many as there are. */
int main(int argc, char *argv[]) {
  sigset_t chld;
  siginfo_t info;
  pid_t children[5];
  int left = 0;

  loop = argc > 1 && strcmp(argv[1], "loop") == 0;
  signal(SIGCHLD, child_ended);
  sigemptyset(&chld);
  sigaddset(&chld, SIGCHLD);
  sigprocmask(SIG_BLOCK, &chld, NULL); /* busy: no signals now */
  for (int i = 0; i < 5; i++) {
    children[i] = fork();
    if (children[i] == 0)
      exit(i);
  }
  for (int i = 0; i < 5; i++) /* until all are dead; WNOWAIT leaves them so */
    waitid(P_PID, children[i], &info, WEXITED | WNOWAIT);
  sigprocmask(SIG_UNBLOCK, &chld, NULL);

  printf("the handler ran: %d\n", runs);
  printf("collected by it: %d\n", collected);
  while (waitpid(-1, NULL, WNOHANG) > 0)
    left++;
  printf("zombies left: %d\n", left);
  return 0;
}
