#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* order child: the child goes first; order parent: the parent does. */
int main(int argc, char *argv[]) {
  const char *first = argc > 1 ? argv[1] : "child";
  char go;
  int gate[2];

  if (pipe(gate) != 0)
    return 1;
  if (fork() == 0) {
    if (strcmp(first, "parent") == 0)
      read(gate[0], &go, 1); /* stands still until somebody writes */
    printf("child\n");
  } else {
    if (strcmp(first, "child") == 0)
      wait(NULL); /* stands still until the child has ended */
    printf("parent\n");
    write(gate[1], "!", 1);
  }
  return 0;
}
