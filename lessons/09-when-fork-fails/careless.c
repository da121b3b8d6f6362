#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    pause();
    return 0;
  }
  printf("SIGTERM goes to %d\n", child);
  if (kill(child, SIGTERM) == -1) {
    printf("kill says: %s\n", strerror(errno));
  }
  return 0;
}
