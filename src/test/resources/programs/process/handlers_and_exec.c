// shows: fork keeps handlers and the mask, exec resets what is caught and keeps what is ignored or blocked

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void on_signal(int signal) {
  caught = signal;
}

static void how(const char *what, int status) {
  if (WIFSIGNALED(status))
    printf("%s: signal %d\n", what, WTERMSIG(status));
  else
    printf("%s: exit %d\n", what, WEXITSTATUS(status));
  fflush(stdout);
}

static void shell(const char *what, const char *command) {
  int status;
  if (fork() == 0) {
    execl("/bin/sh", "sh", "-c", command, NULL);
    _exit(99);
  }
  wait(&status);
  how(what, status);
}

int main(void) {
  sigset_t set;
  int status;
  signal(SIGUSR1, on_signal);
  signal(SIGUSR2, SIG_IGN);
  if (fork() == 0) {
    raise(SIGUSR1);
    raise(SIGUSR2);
    _exit(caught == SIGUSR1);
  }
  wait(&status);
  how("forked", status);
  shell("caught", "kill -USR1 $$; exit 4");
  shell("ignored", "kill -USR2 $$; exit 5");
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigprocmask(SIG_BLOCK, &set, NULL);
  shell("blocked", "kill -TERM $$; exit 6");
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  shell("unblocked", "kill -TERM $$; exit 7");
  printf("%d\n", system("exit 3") >> 8);
  raise(SIGUSR1);
  printf("%d\n", caught == SIGUSR1);
  return 0;
}
