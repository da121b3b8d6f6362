#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWPID) == -1) {
    perror("this machine lets nobody make a namespace");
    return 77;
  }
  if (fork() == 0) {
    for (int i = 0; i < 3; i++) {
      if (fork() == 0) {
        pause();
      }
    }
    printf("Process %d leaves.\n", getpid());
    return 0;
  }
  wait(NULL);
  return 0;
}
