#include <stdio.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0)
    printf("child\n");
  else
    printf("parent\n");
  return 0;
}
