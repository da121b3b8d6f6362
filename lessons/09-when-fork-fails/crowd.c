#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t children[100];
  int count = 0;
  while (count < 100) {
    pid_t child = fork();
    if (child == -1) {
      printf("after %d children: %s\n", count, strerror(errno));
      break;
    }
    if (child == 0) {
      pause();
      return 0;
    }
    children[count++] = child;
  }
  for (int i = 0; i < count; i++) {
    kill(children[i], SIGTERM);
  }
  while (wait(NULL) > 0) {
  }
  return 0;
}
