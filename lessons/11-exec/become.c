#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child becomes another program: a shell that tells its pid. */
int main(int argc, char *argv[]) {
  const char *program = argc > 1 ? argv[1] : "/bin/sh";

  setvbuf(stdout, NULL, _IOLBF, 0);
  if (fork() == 0) {
    printf("child, before exec: %d\n", getpid());
    execl(program, "sh", "-c", "echo after exec: $$", NULL);
    printf("exec came back\n");
    _exit(1);
  }
  wait(NULL);
  return 0;
}
