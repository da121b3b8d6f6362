#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGES 1000

static char *room; /* 1000 pages of memory */
static long size;  /* the bytes of a page */

/* How many of them are this process's alone? Linux keeps a word about
   each page in /proc/self/pagemap; bit 56: nobody else has it. */
static int own(void) {
  int count = 0;
  uint64_t word = 0;
  long first = (uintptr_t)room / size; /* the number of its first page */
  FILE *map = fopen("/proc/self/pagemap", "r");

  if (map == NULL || fseek(map, 8 * first, SEEK_SET) != 0) {
    perror("/proc/self/pagemap");
    exit(77);
  }
  for (int i = 0; i < PAGES; i++) {
    if (fread(&word, sizeof word, 1, map) != 1) {
      fprintf(stderr, "/proc/self/pagemap says nothing here\n");
      exit(77);
    }
    count += word >> 56 & 1;
  }
  fclose(map);
  return count;
}

int main(void) {
  size = sysconf(_SC_PAGESIZE);
  room = aligned_alloc(size, PAGES * size);
  memset(room, 'x', PAGES * size);
  if (own() == 0) {
    fprintf(stderr, "this kernel does not say who has a page\n");
    exit(77);
  }
  printf("before fork, pages of my own: %d\n", own());

  if (fork() == 0) {
    printf("child, just born: %d\n", own());
    room[0] = 'y';
    printf("child, one byte written: %d\n", own());
    memset(room, 'y', PAGES / 2 * size);
    printf("child, half of it written: %d\n", own());
    exit(0);
  }
  wait(NULL);
  printf("parent, alone again: %d\n", own());
  return 0;
}
