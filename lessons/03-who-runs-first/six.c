#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* Who writes first, second, third, fourth: every order of two lines each. */
static const char *orders[] = {"ppcc", "pcpc", "pccp", "cppc", "cpcp", "ccpp"};

/* Writes the lines of one process, each in its place: who comes after the
   other waits for a byte from it. */
static void play(int number, const char *order, char me, int hear, int tell) {
  int line = 0;
  char turn;

  for (int i = 0; i < 4; i++) {
    if (order[i] != me)
      continue;
    if (i > 0 && order[i - 1] != me)
      read(hear, &turn, 1);
    printf("%d: %s %d\n", number, me == 'p' ? "parent" : "child", ++line);
    fflush(stdout);
    if (i < 3 && order[i + 1] != me)
      write(tell, "!", 1);
  }
}

int main(void) {
  for (int n = 0; n < 6; n++) {
    int parent[2], child[2];

    if (pipe(parent) != 0 || pipe(child) != 0)
      return 1;
    if (fork() == 0) {
      play(n + 1, orders[n], 'c', child[0], parent[1]);
      return 0;
    }
    play(n + 1, orders[n], 'p', parent[0], child[1]);
    wait(NULL);
  }
  return 0;
}
