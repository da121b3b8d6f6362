#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int collected = 0;
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  if (fork() == 0) {
    pid_t parent = getpid();
    if (fork() == 0) {
      while (getppid() == parent) {
        usleep(1000);
      }
      printf("born to %d, my parent is now %d\n", parent, getppid());
    }
    return 0;
  }
  while (wait(NULL) > 0) {
    collected++;
  }
  printf("collected: %d\n", collected);
  return 0;
}
