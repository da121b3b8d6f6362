#include <stdio.h>
#include <unistd.h>

int main(void) {
  pid_t answer = fork();
  printf("process %d: fork gave me %d\n", getpid(), answer);
  if (answer < 0)
    perror("fork");
  return 0;
}
