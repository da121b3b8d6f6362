#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
  int counter;
  pthread_barrier_t both;
};

/* counter++ in its three steps, with a pause after the first, until the
   other one has come so far. */
static void *increment(void *where) {
  struct shared *shared = where;
  int seen = shared->counter;

  pthread_barrier_wait(&shared->both);
  seen = seen + 1;
  shared->counter = seen;
  return NULL;
}

/* gap processes, gap threads: who does it. */
int main(int argc, char *argv[]) {
  struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_barrierattr_t everywhere;
  pthread_t thread;

  pthread_barrierattr_init(&everywhere);
  pthread_barrierattr_setpshared(&everywhere, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->both, &everywhere, 2);
  if (argc > 1 && strcmp(argv[1], "threads") == 0) {
    pthread_create(&thread, NULL, increment, shared);
    increment(shared);
    pthread_join(thread, NULL);
  } else {
    if (fork() == 0) {
      increment(shared);
      _exit(0);
    }
    increment(shared);
    wait(NULL);
  }
  printf("the counter is at: %d\n", shared->counter);
  return 0;
}
