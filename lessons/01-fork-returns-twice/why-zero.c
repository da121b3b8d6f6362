#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t answer = fork();

  if (answer == 0) {
    pid_t mine = fork(); /* the child has a child, too */
    if (mine == 0)
      return 0;
    printf("My child is %d, ", mine);
    printf("my parent is %d, ", getppid());
    printf("my first answer was %d.\n", answer);
  }
  wait(NULL);
  return 0;
}
