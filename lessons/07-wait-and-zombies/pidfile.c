#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char path[] = "/tmp/server-XXXXXX";

static void remove_it(void) {
  unlink(path);
}

/* A server has a file with its pid, and removes it at its end. It forks a
   child for a bit of work, which ends by exit or by _exit. */
int main(int argc, char *argv[]) {
  int file = mkstemp(path);

  dprintf(file, "%d\n", getpid());
  atexit(remove_it);
  if (fork() == 0) {
    if (argc > 1 && strcmp(argv[1], "_exit") == 0)
      _exit(0);
    exit(0);
  }
  wait(NULL);
  printf("the server runs, its pid file is %s\n",
         access(path, F_OK) == 0 ? "there" : "gone");
  return 0;
}
