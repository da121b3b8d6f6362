#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int appends(int file) {
  return (fcntl(file, F_GETFL) & O_APPEND) != 0;
}

static int closes(int file) {
  return (fcntl(file, F_GETFD) & FD_CLOEXEC) != 0;
}

/* The child changes two flags of a file that both have open. */
int main(void) {
  char path[] = "/tmp/flags-XXXXXX";
  int file = mkstemp(path);

  unlink(path);
  if (fork() == 0) {
    fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_APPEND);
    fcntl(file, F_SETFD, FD_CLOEXEC);
    return 0;
  }
  wait(NULL);
  printf("parent, O_APPEND: %d\n", appends(file));
  printf("parent, FD_CLOEXEC: %d\n", closes(file));
  return 0;
}
