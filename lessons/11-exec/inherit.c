#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What does a program find open that a child becomes?
   inherit plain: a file is open as 7; inherit cloexec: as 7, close-on-exec. */
int main(int argc, char *argv[]) {
  int file = open("/dev/null", O_RDONLY);

  dup2(file, 7);
  close(file);
  if (argc > 1 && strcmp(argv[1], "cloexec") == 0)
    fcntl(7, F_SETFD, FD_CLOEXEC);
  if (fork() == 0) {
    execl("/bin/sh", "sh", "-c",
          "for fd in 7 8; do"
          "  test -e /proc/$$/fd/$fd && echo $fd is open || echo $fd is closed;"
          "done",
          NULL);
    _exit(1);
  }
  wait(NULL);
  return 0;
}
