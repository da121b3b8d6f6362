#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A shell of a few lines: a prompt, and a command in a child. */
int main(int argc, char *argv[]) {
  if (fork() == 0) {
    printf("$ ");
    if (argc > 1 && strcmp(argv[1], "flush") == 0)
      fflush(stdout);
    execlp("echo", "echo", "hello", NULL);
    _exit(127);
  }
  wait(NULL);
  return 0;
}
