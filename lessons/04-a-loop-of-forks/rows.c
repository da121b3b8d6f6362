#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Any argument: parents wait for their children before they end. */
int main(int argc, char *argv[]) {
  printf("i  who     ppid    pid    fork gave\n");
  for (int i = 0; i < 2; i++) {
    pid_t answer = fork();
    if (answer == 0)
      printf("%d  child   %d  %d  %d\n", i, getppid(), getpid(), answer);
    else
      printf("%d  parent  %d  %d  %d\n", i, getppid(), getpid(), answer);
  }
  while (argc > 1 && wait(NULL) > 0)
    ;
  return 0;
}
