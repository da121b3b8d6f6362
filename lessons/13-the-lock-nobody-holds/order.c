#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void prepare1(void) { puts("first: prepare"); }
static void parent1(void) { puts("first: parent"); }
static void child1(void) { puts("first: child"); }

static void prepare2(void) { puts("second: prepare"); }
static void parent2(void) { puts("second: parent"); }
static void child2(void) { puts("second: child"); }

/* Two modules have registered what is to be done around each fork. */
int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  pthread_atfork(prepare1, parent1, child1);
  pthread_atfork(prepare2, parent2, child2);
  if (fork() == 0)
    return 0;
  wait(NULL);
  return 0;
}
