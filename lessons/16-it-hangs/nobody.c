#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child writes into a pipe that nobody can read any more. */
int main(int argc, char *argv[]) {
  int ends[2], status;

  if (pipe(ends) != 0)
    return 1;
  if (argc > 1 && strcmp(argv[1], "ignores") == 0)
    signal(SIGPIPE, SIG_IGN);
  close(ends[0]);
  if (fork() == 0) {
    if (write(ends[1], "hello?", 6) == -1)
      printf("write says: %s\n", strerror(errno));
    return 0;
  }
  wait(&status);
  if (WIFSIGNALED(status))
    printf("killed by signal: %d\n", WTERMSIG(status));
  return 0;
}
