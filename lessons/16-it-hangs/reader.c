#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int ends[2];

/* What to do after a second in which nothing came. */
static void let_go(int signal) {
  write(1, "a second later: I close my own write end\n", 41);
  close(ends[1]);
}

/* reader keeps: the reader keeps the write end; reader closes: it does not. */
int main(int argc, char *argv[]) {
  char words[100];
  ssize_t count;

  if (pipe(ends) != 0)
    return 1;
  if (fork() == 0) {
    write(ends[1], "fork!", 5);
    return 0; /* with that, its ends are closed */
  }
  signal(SIGALRM, let_go);
  if (argc > 1 && strcmp(argv[1], "closes") == 0)
    close(ends[1]);
  while ((count = read(ends[0], words, sizeof words)) > 0) {
    printf("bytes read: %zd\n", count);
    if (argc > 1 && strcmp(argv[1], "keeps") == 0)
      alarm(1);
  }
  printf("read says %zd: the end\n", count);
  return 0;
}
