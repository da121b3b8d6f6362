#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Three children roll. dice once: the seed is set before fork;
   dice each: by every child for itself. */
int main(int argc, char *argv[]) {
  int each = argc > 1 && strcmp(argv[1], "each") == 0;

  srand(getpid());
  for (int i = 0; i < 3; i++) {
    if (fork() == 0) {
      if (each)
        srand(getpid());
      printf("rolled: %d\n", rand());
      return 0;
    }
    wait(NULL);
  }
  return 0;
}
