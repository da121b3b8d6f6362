// shows: parent and child take turns a thousand times by SIGUSR1, sigsuspend and masks, and no signal is missed

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define TURNS 1000

static volatile sig_atomic_t turns;

static void on_turn(int signal) {
  turns++;
}

int main(void) {
  sigset_t set, open;
  int status;
  signal(SIGUSR1, on_turn);
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, &open);
  pid_t child = fork();
  if (child == 0) {
    while (turns < TURNS) {
      int before = turns;
      while (turns == before)
        sigsuspend(&open);
      kill(getppid(), SIGUSR1);
    }
    _exit(turns == TURNS);
  }
  for (int i = 0; i < TURNS; i++) {
    kill(child, SIGUSR1);
    while (turns == i)
      sigsuspend(&open);
  }
  waitpid(child, &status, 0);
  printf("%d %d\n", turns, WEXITSTATUS(status));
  return 0;
}
