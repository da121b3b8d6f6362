#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int x = 1;

  if (fork() == 0) {
    x = 2;
    printf("child:  x lives at %p and is %d\n", (void *)&x, x);
    return 0;
  }
  wait(NULL); /* the child has changed x by now */
  printf("parent: x lives at %p and is %d\n", (void *)&x, x);
  return 0;
}
