#include <stdio.h>
#include <unistd.h>

int main(void) {
  pid_t parent = getpid();
  if (fork() == 0) {
    while (getppid() == parent) {
      usleep(1000);
    }
    printf("born to %d, my parent is now %d\n", parent, getppid());
  }
  return 0;
}
