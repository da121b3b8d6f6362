#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Fills a pipe that nobody reads, 1024 bytes at a time, and does not wait
   for room. */
int main(void) {
  static char some[1024];
  int ends[2], count = 0;

  if (pipe2(ends, O_NONBLOCK) != 0)
    return 1;
  while (write(ends[1], some, sizeof some) == sizeof some)
    count += sizeof some;
  printf("room for: %d\n", count);
  printf("and then: %s\n", strerror(errno));
  return 0;
}
