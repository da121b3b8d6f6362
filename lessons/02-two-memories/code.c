#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Adds up what /proc/self/smaps says of this process's machine code:
   of all that may be executed (x) but not written. */
static void look(const char *who) {
  char line[512], rights[8];
  int code = 0;
  long kb, shared = 0, written = 0;
  FILE *map = fopen("/proc/self/smaps", "r");

  if (map == NULL) {
    perror("/proc/self/smaps");
    exit(77);
  }
  while (fgets(line, sizeof line, map) != NULL) {
    if (sscanf(line, "%*[0-9a-f]-%*[0-9a-f] %4s", rights) == 1)
      code = strcmp(rights, "r-xp") == 0;
    else if (code && sscanf(line, "Shared_Clean: %ld", &kb) == 1)
      shared += kb;
    else if (code && sscanf(line, "Private_Dirty: %ld", &kb) == 1)
      written += kb;
  }
  fclose(map);
  if (shared + written == 0) {
    fprintf(stderr, "/proc/self/smaps says nothing here\n");
    exit(77);
  }
  printf("%s: kB of code shared: %ld\n", who, shared);
  printf("%s: kB of code copied: %ld\n", who, written);
}

int main(void) {
  look("parent");
  if (fork() == 0) {
    look("child");
    return 0;
  }
  wait(NULL);
  return 0;
}
