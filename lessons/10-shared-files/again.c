#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A file of three lines becomes the standard input, as by < input.txt. */
static void redirect_input(void) {
  char path[] = "/tmp/input-XXXXXX";
  int file = mkstemp(path);

  unlink(path);
  write(file, "a\nb\nc\n", 6);
  lseek(file, 0, SEEK_SET);
  dup2(file, 0);
  close(file);
}

/* Reads its input line by line and has a child for each, which does nothing.
   again exit: the child ends by exit; again _exit: by _exit. */
int main(int argc, char *argv[]) {
  char line[100];
  int count = 0;

  setvbuf(stdout, NULL, _IOLBF, 0);
  redirect_input();
  while (count < 9 && fgets(line, sizeof line, stdin) != NULL) {
    printf("line %d: %s", ++count, line);
    if (fork() == 0) {
      if (argc > 1 && strcmp(argv[1], "_exit") == 0)
        _exit(0);
      exit(0);
    }
    wait(NULL);
  }
  printf("lines read: %d\n", count);
  return 0;
}
