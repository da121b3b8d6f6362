#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What system() brings of a command's status, with and without SIGCHLD. */
int main(void) {
  int status = system("exit 3");

  printf("system, by default: %d\n", status);
  signal(SIGCHLD, SIG_IGN);
  status = system("exit 3");
  printf("system, with SIGCHLD ignored: %d\n", status);
  return 0;
}
