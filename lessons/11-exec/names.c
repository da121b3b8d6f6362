#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Has a child execute a program of some name, with some arguments. */
static void run(const char *what, const char *name, char *const arguments[]) {
  int status;

  if (fork() == 0) {
    execvp(name, arguments);
    printf("%s: %s\n", what, strerror(errno));
    fflush(stdout);
    _exit(127);
  }
  wait(&status);
  if (WEXITSTATUS(status) == 0)
    printf("%s: fine\n", what);
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  run("with a newline", "true\n", (char *[]){"true\n", NULL});
  run("with a blank", "echo hello", (char *[]){"echo hello", NULL});
  run("as it should be", "echo", (char *[]){"echo", "hello", NULL});
  run("without argv[0]", "echo", (char *[]){"hello", NULL});
  return 0;
}
