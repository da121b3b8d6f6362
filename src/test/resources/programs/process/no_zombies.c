// shows: who ignores SIGCHLD, or says SA_NOCLDWAIT, gets no zombies and no statuses, also with many children

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct sigaction action;
  signal(SIGCHLD, SIG_IGN);
  for (int i = 0; i < 100; i++) {
    if (fork() == 0)
      _exit(i);
    if (i % 10 == 9) {
      int ended = wait(NULL);
      if (ended != -1 || errno != ECHILD)
        printf("%d\n", ended);
    }
  }
  printf("none\n");
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  action.sa_flags = SA_NOCLDWAIT;
  sigaction(SIGCHLD, &action, NULL);
  pid_t child = fork();
  if (child == 0)
    _exit(1);
  int ended = waitpid(child, NULL, 0);
  printf("%d %d\n", ended, errno == ECHILD);
  signal(SIGCHLD, SIG_DFL);
  if (fork() == 0)
    _exit(2);
  printf("%d\n", wait(NULL) > 0);
  return 0;
}
