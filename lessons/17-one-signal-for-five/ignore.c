#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Five children whose parent has said that it does not want to know. */
int main(int argc, char *argv[]) {
  int status = 0;
  pid_t answer;

  if (argc > 1 && strcmp(argv[1], "default") == 0)
    signal(SIGCHLD, SIG_DFL); /* which ignores it as well, says signal(7) */
  else
    signal(SIGCHLD, SIG_IGN);
  for (int i = 1; i <= 5; i++)
    if (fork() == 0)
      exit(i);
  answer = wait(&status);
  printf("wait says: %s\n", answer == -1 ? strerror(errno) : "a child has ended");
  if (answer != -1)
    printf("its exit status was between 1 and 5: %s\n",
           WEXITSTATUS(status) >= 1 && WEXITSTATUS(status) <= 5 ? "yes" : "no");
  while (wait(NULL) > 0) {
  }
  return 0;
}
