#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t step;

/* Takes the lock, keeps it while the other thread forks, and gives it back. */
static void *keeper(void *nothing) {
  pthread_mutex_lock(&lock);
  pthread_barrier_wait(&step); /* it is held */
  pthread_barrier_wait(&step); /* fork is done */
  pthread_mutex_unlock(&lock);
  return nothing;
}

/* held try: the child tries the lock; held lock: it waits for it. */
int main(int argc, char *argv[]) {
  pthread_t thread;
  pid_t child;
  int status;

  setvbuf(stdout, NULL, _IOLBF, 0);
  pthread_barrier_init(&step, NULL, 2);
  pthread_create(&thread, NULL, keeper, NULL);
  pthread_barrier_wait(&step);
  child = fork();
  if (child == 0) {
    if (argc > 1 && strcmp(argv[1], "try") == 0) {
      int error = pthread_mutex_trylock(&lock);
      printf("child, trylock: %s\n", error == EBUSY ? "EBUSY" : strerror(error));
    } else {
      pthread_mutex_lock(&lock);
      printf("child: I have the lock\n");
    }
    _exit(0);
  }
  pthread_barrier_wait(&step);
  pthread_join(thread, NULL);
  pthread_mutex_lock(&lock);
  printf("parent: I have the lock, it was given back\n");
  pthread_mutex_unlock(&lock);

  if (argc > 1 && strcmp(argv[1], "try") == 0) {
    waitpid(child, &status, 0);
    return 0;
  }
  for (int i = 0; i < 10; i++) { /* a second to change its mind */
    if (waitpid(child, &status, WNOHANG) == child)
      return 0;
    usleep(100000);
  }
  printf("parent: a second later the child still waits, so I end it\n");
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return 0;
}
