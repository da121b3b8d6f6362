#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void orphan(void) {
  pid_t parent = getpid();
  if (fork() == 0) {
    while (getppid() == parent) {
      usleep(1000);
    }
    printf("born to %d, my parent is now %d\n", parent, getppid());
  }
}

int main(void) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWPID) == -1) {
    perror("this machine lets nobody make a namespace");
    return 77;
  }
  if (fork() == 0) {
    printf("I am %d, and my parent is %d\n", getpid(), getppid());
    if (fork() == 0) {
      orphan();
      return 0;
    }
    while (wait(NULL) > 0) {
    }
    return 0;
  }
  wait(NULL);
  return 0;
}
