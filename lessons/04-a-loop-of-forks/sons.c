#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  int rounds = argc > 1 ? atoi(argv[1]) : 3;

  for (int i = 0; i < rounds; i++) {
    if (fork() == 0)
      printf("son\n");
    else
      printf("father\n");
  }
  while (wait(NULL) > 0)
    ;
  return 0;
}
