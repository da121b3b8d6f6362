#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int runs;

static void child_ended(int signal) {
  runs++;
}

/* Five children end when they like, and the handler runs when it can. */
int main(void) {
  signal(SIGCHLD, child_ended);
  for (int i = 0; i < 5; i++)
    if (fork() == 0)
      exit(i);
  while (wait(NULL) > 0 || errno == EINTR) {
  }
  printf("the handler ran: %d\n", runs);
  return 0;
}
