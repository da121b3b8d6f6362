#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int status;
  pid_t child = fork();
  if (child == 0) {
    for (;;) {
      pause();
    }
  }
  kill(child, SIGKILL);
  wait(&status);
  printf("raw status: %d\n", status);
  if (WIFEXITED(status)) {
    printf("exited with: %d\n", WEXITSTATUS(status));
  }
  if (WIFSIGNALED(status)) {
    printf("killed by signal: %d\n", WTERMSIG(status));
  }
  return 0;
}
