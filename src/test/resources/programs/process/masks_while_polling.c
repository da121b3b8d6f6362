// shows: ppoll and pselect open the mask only while they wait, so that a signal between the test and the call is not slept through

#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void on_signal(int signal) {
  sigset_t now;
  sigprocmask(SIG_BLOCK, NULL, &now);
  caught++;
  printf("in the handler: USR1 %d USR2 %d\n", sigismember(&now, SIGUSR1), sigismember(&now, SIGUSR2));
}

static int blocked(int signal) {
  sigset_t now;
  sigprocmask(SIG_BLOCK, NULL, &now);
  return sigismember(&now, signal);
}

int main(void) {
  struct timespec limit = {5, 0}, soon = {0, 20000000};
  struct pollfd polled;
  sigset_t set, open;
  fd_set readable;
  int fds[2];
  setbuf(stdout, NULL);
  signal(SIGUSR1, on_signal);
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGUSR2);
  sigprocmask(SIG_BLOCK, &set, &open);
  pipe(fds);
  polled.fd = fds[0];
  polled.events = POLLIN;
  raise(SIGUSR1);
  printf("before %d\n", caught);
  int ready = ppoll(&polled, 1, &limit, &open);
  printf("ppoll %d %d %d blocked %d\n", ready, errno == EINTR, caught, blocked(SIGUSR1));
  raise(SIGUSR1);
  ready = pselect(0, NULL, NULL, NULL, &limit, &open);
  printf("pselect %d %d %d blocked %d\n", ready, errno == EINTR, caught, blocked(SIGUSR1));
  printf("timeout %d\n", ppoll(&polled, 1, &soon, &open));
  write(fds[1], "x", 1);
  printf("ready %d %d\n", ppoll(&polled, 1, &limit, &open), polled.revents == POLLIN);
  FD_ZERO(&readable);
  FD_SET(fds[0], &readable);
  printf("ready %d %d\n", pselect(fds[0] + 1, &readable, NULL, NULL, NULL, &open), FD_ISSET(fds[0], &readable) != 0);
  printf("blocked %d %d\n", blocked(SIGUSR1), blocked(SIGUSR2));
  return 0;
}
