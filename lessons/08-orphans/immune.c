#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWPID) == -1) {
    perror("this machine lets nobody make a namespace");
    return 77;
  }
  if (fork() == 0) {
    if (fork() == 0) {
      printf("kill returns: %d\n", kill(1, SIGKILL));
      return 0;
    }
    wait(NULL);
    printf("Process %d is still here.\n", getpid());
    return 0;
  }
  wait(NULL);
  return 0;
}
