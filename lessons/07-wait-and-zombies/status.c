#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  int code = argc > 1 ? atoi(argv[1]) : 0;
  int status;
  if (fork() == 0) {
    exit(code);
  }
  wait(&status);
  printf("raw status: %d\n", status);
  if (WIFEXITED(status)) {
    printf("exited with: %d\n", WEXITSTATUS(status));
  }
  if (WIFSIGNALED(status)) {
    printf("killed by signal: %d\n", WTERMSIG(status));
  }
  return 0;
}
