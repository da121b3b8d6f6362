#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* writer | reader, as a shell starts it.
   two forgets: their parent keeps its write end, here for a second. */
int main(int argc, char *argv[]) {
  int ends[2];
  char byte;

  if (pipe(ends) != 0)
    return 1;
  if (fork() == 0) {
    write(ends[1], "fork!", 5);
    return 0;
  }
  if (fork() == 0) {
    close(ends[1]);
    while (read(ends[0], &byte, 1) > 0) {
    }
    printf("reader: that was all\n");
    return 0;
  }
  if (argc > 1 && strcmp(argv[1], "forgets") == 0) {
    sleep(1);
    printf("parent, a second later: I close mine\n");
  }
  close(ends[1]);
  while (wait(NULL) > 0) {
  }
  return 0;
}
