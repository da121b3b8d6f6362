#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t held;

static void *keeper(void *nothing) {
  pthread_mutex_lock(&lock);
  pthread_barrier_wait(&held);
  for (;;)
    pause();
  return nothing;
}

/* A thread holds a lock, another one forks, and the child becomes a program. */
int main(void) {
  pthread_t thread;

  pthread_barrier_init(&held, NULL, 2);
  pthread_create(&thread, NULL, keeper, NULL);
  pthread_barrier_wait(&held);
  if (fork() == 0) {
    execl("/bin/sh", "sh", "-c", "set /proc/$$/task/*; echo threads: $#", NULL);
    _exit(1);
  }
  wait(NULL);
  return 0;
}
