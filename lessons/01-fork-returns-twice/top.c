#include <stdio.h>
#include <unistd.h>

int main(void) {
  printf("the top of main\n");
  fork();
  printf("after fork\n");
  return 0;
}
