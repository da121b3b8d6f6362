#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_key_t key;
static pthread_barrier_t ready;

static void clean_up(void *who) {
  printf("%d: the cleanup handler of %s\n", getpid(), (char *)who);
}

static void destroy(void *who) {
  printf("%d: the destructor of %s\n", getpid(), (char *)who);
}

/* A thread that has something to clear away when it ends. */
static void *other(void *nothing) {
  pthread_setspecific(key, "the other");
  pthread_cleanup_push(clean_up, "the other");
  pthread_barrier_wait(&ready);
  for (;;)
    pause();
  pthread_cleanup_pop(0);
  return nothing;
}

/* The thread that forks has something to clear away as well. */
static void *forker(void *nothing) {
  pthread_setspecific(key, "the forker");
  pthread_cleanup_push(clean_up, "the forker");
  if (fork() == 0) {
    printf("%d: the child ends its only thread\n", getpid());
    pthread_exit(NULL);
  }
  wait(NULL);
  pthread_cleanup_pop(0);
  pthread_setspecific(key, NULL);
  return nothing;
}

int main(void) {
  pthread_t one, two;

  setvbuf(stdout, NULL, _IOLBF, 0);
  pthread_key_create(&key, destroy);
  pthread_barrier_init(&ready, NULL, 2);
  pthread_create(&one, NULL, other, NULL);
  pthread_barrier_wait(&ready);
  pthread_create(&two, NULL, forker, NULL);
  pthread_join(two, NULL);

  printf("%d: the parent ends the other\n", getpid());
  pthread_cancel(one);
  pthread_join(one, NULL);
  return 0;
}
