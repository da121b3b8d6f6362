#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void) {
  const char *who = fork() == 0 ? "child" : "parent";

  srand(getpid());
  for (int i = 1; i <= 2; i++) {
    usleep(rand() % 5 * 1000); /* a nap: the other has a chance */
    printf("%s %d\n", who, i);
  }
  return 0;
}
