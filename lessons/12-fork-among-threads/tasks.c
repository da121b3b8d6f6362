#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_barrier_t all;
static volatile long count;

static void *work(void *nothing) {
  pthread_barrier_wait(&all);
  for (;;) {
    count++;
    usleep(1000);
  }
  return nothing;
}

/* How many threads this process has: the kernel keeps a folder for each. */
static void look(const char *who) {
  struct dirent *entry;
  int threads = 0;
  DIR *tasks = opendir("/proc/self/task");

  if (tasks == NULL) {
    perror("/proc/self/task");
    exit(77);
  }
  while ((entry = readdir(tasks)) != NULL)
    threads += entry->d_name[0] != '.';
  closedir(tasks);
  printf("%s, threads: %d\n", who, threads);
}

/* Three threads count for ever, and the first one forks. */
int main(void) {
  pthread_t thread;
  long before;

  setvbuf(stdout, NULL, _IOLBF, 0);
  pthread_barrier_init(&all, NULL, 4);
  for (int i = 0; i < 3; i++)
    pthread_create(&thread, NULL, work, NULL);
  pthread_barrier_wait(&all);

  look("parent, before");
  if (fork() == 0) {
    look("child");
    before = count;
    usleep(100000);
    printf("child, count has moved by: %ld\n", count - before);
    return 0;
  }
  wait(NULL);
  look("parent, after");
  return 0;
}
