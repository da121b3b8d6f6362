#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int counter;

/* Two processes count to 1000 each. */
int main(void) {
  pid_t child = fork();

  for (int i = 0; i < 1000; i++)
    counter++;
  if (child == 0)
    return 0;
  wait(NULL);
  printf("the counter is at: %d\n", counter);
  return 0;
}
