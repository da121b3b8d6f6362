#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int x = 1;

/* vfork fork, vfork vfork: a child changes x, slowly, and leaves. */
int main(int argc, char *argv[]) {
  pid_t child = argc > 1 && strcmp(argv[1], "vfork") == 0 ? vfork() : fork();

  if (child == 0) {
    usleep(100000);
    x = 2;
    write(1, "child: x is changed\n", 20);
    _exit(0);
  }
  printf("parent goes on, x is: %d\n", x);
  fflush(stdout);
  wait(NULL);
  printf("at last, x is: %d\n", x);
  return 0;
}
