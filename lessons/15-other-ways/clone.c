#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int x = 1;
static int file;

/* What the child does: it changes a variable, and closes a file. */
static int work(void *nothing) {
  x = 2;
  close(file);
  return 0;
}

/* clone [memory] [files]: what parent and child shall share. */
int main(int argc, char *argv[]) {
  int flags = SIGCHLD;
  char *stack = malloc(1 << 16);
  pid_t child;

  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "memory") == 0)
      flags |= CLONE_VM;
    if (strcmp(argv[i], "files") == 0)
      flags |= CLONE_FILES;
  }
  file = open("/dev/null", O_RDONLY);
  child = clone(work, stack + (1 << 16), flags, NULL);
  if (child == -1) {
    perror("clone");
    return 77;
  }
  waitpid(child, NULL, 0);
  printf("parent, x is: %d\n", x);
  printf("parent, the file is %s\n", fcntl(file, F_GETFD) == -1 ? "closed" : "open");
  return 0;
}
