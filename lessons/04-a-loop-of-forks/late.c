#include <stdio.h>
#include <unistd.h>

int main(void) {
  pid_t parent = getpid();
  char go;
  int gate[2];

  if (pipe(gate) != 0)
    return 1;
  if (fork() == 0) {
    printf("at first my parent is %d\n", getppid());
    write(gate[1], "!", 1); /* now the parent may end */
    while (getppid() == parent)
      usleep(1000);
    printf("later on it is %d\n", getppid());
  } else
    read(gate[0], &go, 1);
  return 0;
}
