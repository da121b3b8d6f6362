#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock;
static pthread_barrier_t held;

static void take(void) {
  pthread_mutex_lock(&lock);
}

static void give_back(void) {
  int error = pthread_mutex_unlock(&lock);

  if (error != 0)
    printf("unlock after fork: %s\n", error == EPERM ? "EPERM" : strerror(error));
}

static void *keeper(void *nothing) {
  pthread_mutex_lock(&lock);
  pthread_barrier_wait(&held);
  usleep(100000);
  pthread_mutex_unlock(&lock);
  for (;;)
    pause();
  return nothing;
}

/* cure normal, cure errorcheck: which kind of mutex. */
int main(int argc, char *argv[]) {
  pthread_mutexattr_t kind;
  pthread_t thread;
  int error;

  setvbuf(stdout, NULL, _IOLBF, 0);
  pthread_mutexattr_init(&kind);
  if (argc > 1 && strcmp(argv[1], "errorcheck") == 0)
    pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_init(&lock, &kind);
  pthread_atfork(take, give_back, give_back);

  pthread_barrier_init(&held, NULL, 2);
  pthread_create(&thread, NULL, keeper, NULL);
  pthread_barrier_wait(&held); /* the keeper has it now */
  if (fork() == 0) {
    error = pthread_mutex_trylock(&lock);
    printf("child, trylock: %s\n",
           error == 0 ? "0, it is mine" : error == EBUSY ? "EBUSY" : "?");
    _exit(0);
  }
  wait(NULL);
  return 0;
}
