#include <stdio.h>
#include <unistd.h>

int main(void) {
  fork() || fork();
  printf("+\n");
  return 0;
}
