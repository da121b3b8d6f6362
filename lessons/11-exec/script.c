#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Makes a script that may be executed, with or without its #! line, and has
   a child execute it by execl or execlp. */
int main(int argc, char *argv[]) {
  const char *how = argc > 1 ? argv[1] : "execl";
  char path[] = "/tmp/script-XXXXXX";
  int file = mkstemp(path);

  setvbuf(stdout, NULL, _IOLBF, 0);
  if (argc > 2 && strcmp(argv[2], "#!") == 0)
    dprintf(file, "#!/bin/sh\n");
  dprintf(file, "echo the script runs\n");
  fchmod(file, 0700);
  close(file);
  if (fork() == 0) {
    if (strcmp(how, "execlp") == 0)
      execlp(path, path, NULL);
    else
      execl(path, path, NULL);
    printf("%s: %s\n", how, strerror(errno));
    fflush(stdout);
    _exit(127);
  }
  wait(NULL);
  unlink(path);
  return 0;
}
