#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  const char *patient = argc > 1 ? argv[1] : "";
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    while (strcmp(patient, "child") == 0 && getppid() == parent) {
      usleep(1000);
    }
    printf("Bye from the child. ");
    exit(0);
  }
  if (strcmp(patient, "parent") == 0) {
    wait(NULL);
  }
  printf("Bye from the parent of %d. ", (int)child);
  return 0;
}
