// shows: a handler with SA_RESTART lets read and wait go on, without it they fail with EINTR; sleep and pause never go on

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void on_alarm(int signal) {
  caught++;
}

static void arrange(int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_alarm;
  action.sa_flags = flags;
  sigaction(SIGUSR1, &action, NULL);
}

/* Sends SIGUSR1 after a while, then ends or writes. */
static pid_t sender(int fd, int status) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    usleep(200000);
    kill(parent, SIGUSR1);
    usleep(200000);
    if (fd >= 0)
      write(fd, "x", 1);
    _exit(status);
  }
  return child;
}

static void reading(int flags) {
  int fds[2];
  char c;
  pid_t child;
  pipe(fds);
  arrange(flags);
  child = sender(fds[1], 0);
  errno = 0;
  ssize_t got = read(fds[0], &c, 1);
  printf("read %zd %d caught %d\n", got, errno == EINTR, caught);
  waitpid(child, NULL, 0);
  close(fds[0]);
  close(fds[1]);
}

static void waiting(int flags) {
  int status = 0;
  arrange(flags);
  pid_t child = sender(-1, 3);
  errno = 0;
  pid_t got = wait(&status);
  printf("wait %d %d status %d caught %d\n", got == child, errno == EINTR, WEXITSTATUS(status), caught);
  if (got < 0)
    wait(NULL);
}

int main(void) {
  struct timespec long_time = {5, 0}, left;
  reading(SA_RESTART);
  reading(0);
  waiting(SA_RESTART);
  waiting(0);
  arrange(SA_RESTART);
  sender(-1, 0);
  int slept = nanosleep(&long_time, &left);
  printf("nanosleep %d %d left %d\n", slept, errno == EINTR, left.tv_sec >= 3 && left.tv_sec < 5);
  wait(NULL);
  sender(-1, 0);
  printf("sleep %d\n", sleep(10) >= 8);
  wait(NULL);
  sender(-1, 0);
  errno = 0;
  int paused = pause();
  printf("pause %d %d\n", paused, errno == EINTR);
  wait(NULL);
  printf("caught %d\n", caught);
  return 0;
}
