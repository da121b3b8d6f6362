#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWPID) == -1) {
    perror("this machine lets nobody make a namespace");
    return 77;
  }
  if (fork() == 0) {
    return 0;
  }
  wait(NULL);
  if (fork() == -1) {
    const char *reason = strerror(errno);
    long bytes = sysconf(_SC_AVPHYS_PAGES) * sysconf(_SC_PAGESIZE);
    printf("free memory: %ld MiB\n", bytes >> 20);
    printf("fork says: %s\n", reason);
  }
  return 0;
}
