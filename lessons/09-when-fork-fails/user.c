#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

static int crowd(void) {
  struct rlimit few = {4, 4};
  pid_t children[50];
  int count = 0;
  if (getuid() == 0 && setuid(NOBODY) == -1) {
    perror("root has no such limit and stays root here");
    return 77;
  }
  setrlimit(RLIMIT_NPROC, &few);
  while (count < 50) {
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

int main(void) {
  int status;
  if (fork() == 0) {
    return crowd();
  }
  wait(&status);
  return WEXITSTATUS(status);
}
