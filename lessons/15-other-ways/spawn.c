#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Starts a program in one call: it says hello, into a pipe. */
int main(void) {
  posix_spawn_file_actions_t before;
  char *arguments[] = {"echo", "hello from echo", NULL};
  char words[100] = "";
  int ends[2], error;
  pid_t child;

  if (pipe(ends) != 0)
    return 1;
  posix_spawn_file_actions_init(&before);
  posix_spawn_file_actions_adddup2(&before, ends[1], 1);
  posix_spawn_file_actions_addclose(&before, ends[0]);
  error = posix_spawnp(&child, "echo", &before, NULL, arguments, environ);
  printf("posix_spawnp of echo: %s\n", error == 0 ? "made" : strerror(error));
  close(ends[1]);
  read(ends[0], words, sizeof words - 1);
  printf("it said: %s", words);
  wait(NULL);

  error = posix_spawnp(&child, "no-such-program", NULL, NULL, arguments, environ);
  printf("posix_spawnp of nothing: %s\n", error == 0 ? "made" : strerror(error));
  return 0;
}
