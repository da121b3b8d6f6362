#include <stdio.h>
#include <unistd.h>
#include <signal.h>
#include <sys/wait.h>
int main(void) {
  setbuf(stdout, NULL);
  pid_t a = fork();
  if (a == 0) { for (;;) pause(); }
  pid_t b = fork();
  if (b == 0) {
    if (fork() == 0) { usleep(60000); printf("orphan: ppid %d\n", getppid()); return 7; }
    return 5;
  }
  usleep(30000);
  printf("kill %d\n", a);
  kill(a, SIGTERM);
  usleep(30000);
  wait(NULL);
  for (int i = 0; i < 30; i++) printf("line %d\n", i);
  usleep(60000);
  execlp("echo", "echo", "bye", NULL);
}
