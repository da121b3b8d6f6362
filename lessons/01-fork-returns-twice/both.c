#include <stdio.h>
#include <unistd.h>

int main(void) {
  int count = 0;
  pid_t answer = fork();

  if (answer == 0) {
    printf("I am the child, process %d.\n", getpid());
    printf("fork told me 0.\n");
    count++;
  } else {
    printf("I am the parent, process %d.\n", getpid());
    printf("fork told me %d.\n", answer);
    count++;
  }
  printf("count is %d\n", count);
  return 0;
}
