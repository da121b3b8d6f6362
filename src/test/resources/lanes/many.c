#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  for (int i = 0; i < 63; i++)
    if (fork() == 0) { if (i%8==0) printf("child %d\n", i); return i % 3; }
  while (wait(NULL) > 0)
    ;
  return 0;
}
