#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *who) {
  printf("%s: pthread_self %#lx, gettid %d, getpid %d\n", who,
         (unsigned long)pthread_self(), gettid(), getpid());
}

/* The second thread of the process forks. */
static void *forker(void *nothing) {
  pthread_t me = pthread_self();

  tell("parent's thread");
  if (fork() == 0) {
    tell("child's thread");
    printf("the same pthread_t: %s\n",
           pthread_equal(me, pthread_self()) ? "yes" : "no");
    _exit(0);
  }
  wait(NULL);
  return nothing;
}

int main(void) {
  pthread_t thread;

  setvbuf(stdout, NULL, _IOLBF, 0);
  pthread_create(&thread, NULL, forker, NULL);
  pthread_join(thread, NULL);
  return 0;
}
