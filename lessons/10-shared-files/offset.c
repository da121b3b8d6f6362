#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Makes a file that holds "abcdefghij". */
static int ten_letters(char *path) {
  int file = mkstemp(path);

  if (file == -1 || write(file, "abcdefghij", 10) != 10)
    exit(1);
  return file;
}

static void take(const char *who, int file) {
  char letters[4] = "";

  read(file, letters, 3);
  printf("%s reads: %s\n", who, letters);
  printf("%s is at: %ld\n", who, (long)lseek(file, 0, SEEK_CUR));
}

/* offset before: opened before fork; offset after: by each, after it. */
int main(int argc, char *argv[]) {
  int after = argc > 1 && strcmp(argv[1], "after") == 0;
  char path[] = "/tmp/letters-XXXXXX";
  int file;

  setvbuf(stdout, NULL, _IOLBF, 0);
  close(ten_letters(path));
  file = open(path, O_RDONLY);
  if (fork() == 0) {
    if (after)
      file = open(path, O_RDONLY);
    take("child", file);
    return 0;
  }
  wait(NULL);
  take("parent", file);
  unlink(path);
  return 0;
}
