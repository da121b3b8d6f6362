#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t step;
static int at_once, wait_before;

/* Opens a secret, and wants no other program to get it. The barriers let the
   other thread fork when the hands are off: before, or in between. */
static void *opener(void *nothing) {
  int secret;

  if (wait_before) {
    pthread_barrier_wait(&step);
    pthread_barrier_wait(&step);
  }
  secret = open("/etc/passwd", O_RDONLY | (at_once ? O_CLOEXEC : 0));
  if (!wait_before) {
    pthread_barrier_wait(&step); /* it is open */
    pthread_barrier_wait(&step); /* fork and exec are done */
  }
  fcntl(secret, F_SETFD, FD_CLOEXEC);
  return nothing;
}

/* gap fcntl|O_CLOEXEC [before]: how the flag is set, when the other forks. */
int main(int argc, char *argv[]) {
  pthread_t thread;

  at_once = argc > 1 && strcmp(argv[1], "O_CLOEXEC") == 0;
  wait_before = argc > 2 && strcmp(argv[2], "before") == 0;
  pthread_barrier_init(&step, NULL, 2);
  pthread_create(&thread, NULL, opener, NULL);
  pthread_barrier_wait(&step);
  if (fork() == 0) {
    execl("/bin/sh", "sh", "-c",
          "ls -l /proc/$$/fd | grep -q passwd && echo leaked || echo tight", NULL);
    _exit(1);
  }
  wait(NULL);
  pthread_barrier_wait(&step);
  pthread_join(thread, NULL);
  return 0;
}
