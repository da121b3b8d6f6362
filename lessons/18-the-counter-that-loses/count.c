#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMES 10000

struct shared {
  volatile int counter;
  pthread_mutex_t lock;
};

static const char *how;

static void *count(void *where) {
  struct shared *shared = where;

  for (int i = 0; i < TIMES; i++) {
    if (strcmp(how, "plain") == 0)
      shared->counter++;
    else if (strcmp(how, "atomic") == 0)
      __sync_fetch_and_add(&shared->counter, 1);
    else {
      pthread_mutex_lock(&shared->lock);
      shared->counter++;
      pthread_mutex_unlock(&shared->lock);
    }
  }
  return NULL;
}

/* count plain|atomic|mutex processes|threads: two of them count. */
int main(int argc, char *argv[]) {
  struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_mutexattr_t everywhere;
  pthread_t thread;

  how = argc > 1 ? argv[1] : "plain";
  pthread_mutexattr_init(&everywhere);
  pthread_mutexattr_setpshared(&everywhere, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&shared->lock, &everywhere);
  if (argc > 2 && strcmp(argv[2], "threads") == 0) {
    pthread_create(&thread, NULL, count, shared);
    count(shared);
    pthread_join(thread, NULL);
  } else {
    if (fork() == 0) {
      count(shared);
      _exit(0);
    }
    count(shared);
    wait(NULL);
  }
  printf("the counter is at: %d\n", shared->counter);
  return 0;
}
