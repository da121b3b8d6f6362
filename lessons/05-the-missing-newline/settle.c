#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  const char *how = argc > 1 ? argv[1] : "";

  if (strcmp(how, "setvbuf") == 0)
    setvbuf(stdout, NULL, _IOLBF, 0); /* line by line, anywhere */
  printf("fork!\n");
  if (strcmp(how, "fflush") == 0)
    fflush(stdout); /* whatever is there, now */
  if (fork() == 0)
    printf("I am the child.\n");
  else
    printf("I am the parent.\n");
  return 0;
}
