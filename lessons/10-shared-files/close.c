#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void try(const char *who, int file) {
  if (write(file, "x", 1) == 1)
    printf("%s writes\n", who);
  else
    printf("%s cannot: %s\n", who, strerror(errno));
}

/* One process closes the file, the other goes on. */
int main(void) {
  char path[] = "/tmp/close-XXXXXX";
  int file = mkstemp(path);

  setvbuf(stdout, NULL, _IOLBF, 0);
  unlink(path);
  if (fork() == 0) {
    close(file);
    try("child", file);
    return 0;
  }
  wait(NULL);
  try("parent", file);
  return 0;
}
