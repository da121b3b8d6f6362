#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Each process makes one mark when it begins. */
static void mark(const char *how) {
  if (strcmp(how, "lines") == 0)
    printf("+\n");
  else if (strcmp(how, "pids") == 0)
    printf("%d\n", getpid());
  else
    printf("+");
}

int main(int argc, char *argv[]) {
  const char *how = argc > 1 ? argv[1] : "lines";

  mark(how);
  for (int i = 0; i < 2; i++)
    if (fork() == 0)
      mark(how);
  while (wait(NULL) > 0)
    ;
  return 0;
}
