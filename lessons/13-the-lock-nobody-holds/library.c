#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t started;

/* Has malloc's lock, or is about to, most of the time. */
static void *allocate(void *nothing) {
  pthread_barrier_wait(&started);
  for (;;)
    free(malloc(10000));
  return nothing;
}

/* Fifty children do what they should not: malloc, and printf. */
int main(void) {
  pthread_t thread;
  int good = 0, status;

  pthread_barrier_init(&started, NULL, 3);
  pthread_create(&thread, NULL, allocate, NULL);
  pthread_create(&thread, NULL, allocate, NULL);
  pthread_barrier_wait(&started);
  for (int i = 0; i < 50; i++) {
    fflush(stdout);
    if (fork() == 0) {
      char *text = malloc(100);
      snprintf(text, 100, "child %d\n", i);
      free(text);
      exit(7);
    }
    wait(&status);
    good += WIFEXITED(status) && WEXITSTATUS(status) == 7;
  }
  printf("children that got through: %d\n", good);
  return 0;
}
