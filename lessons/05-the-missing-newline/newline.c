#include <stdio.h>
#include <unistd.h>

int main(void) {
  printf("fork!\n");
  if (fork() == 0)
    printf("I am the child.\n");
  else
    printf("I am the parent.\n");
  return 0;
}
