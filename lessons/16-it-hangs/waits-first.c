#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];
static char room[2000000];
static long taken;

/* What to do after a second of waiting: read after all. */
static void read_after_all(int signal) {
  ssize_t count;

  write(1, "a second later: the parent reads\n", 33);
  count = read(ends[0], room, sizeof room);
  if (count > 0)
    taken += count;
  alarm(1);
}

/* The child writes as many bytes as the pipe has room for, and some more.
   The parent waits for its end first, and reads then. */
int main(int argc, char *argv[]) {
  int more = argc > 1 ? atoi(argv[1]) : 0;
  ssize_t count;

  if (pipe(ends) != 0)
    return 1;
  if (fork() == 0) {
    write(ends[1], room, fcntl(ends[1], F_GETPIPE_SZ) + more);
    printf("child: all written\n");
    return 0;
  }
  close(ends[1]);
  signal(SIGALRM, read_after_all);
  if (more > 0)
    alarm(1);
  wait(NULL);
  alarm(0);
  while ((count = read(ends[0], room, sizeof room)) > 0)
    taken += count;
  printf("parent has read: %ld\n", taken);
  return 0;
}
