#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == -1) {
    fprintf(stderr, "fork gave me no child\n");
    exit(EXIT_FAILURE);
  }
  if (child == 0) {
    printf("Bye from the child. ");
    exit(0);
  }
  printf("Bye from the parent of %d. ", (int)child);
  return 0;
}
