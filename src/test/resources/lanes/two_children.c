#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  int status;
  printf("before fork\n");
  if (fork() == 0) {
    printf("child %d\n", getpid());
    exit(3);
  }
  if (fork() == 0) {
    sleep(1);
    printf("第二个孩子\n");
    *(int *)0 = 1;
  }
  printf("parent waits\n");
  wait(&status);
  wait(&status);
  printf("done\n");
  return 0;
}
