// shows: alarm, setitimer, getitimer and ualarm; fork copies no timer; a loop that computes is interrupted

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <poll.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t ticks;

static void on_alarm(int signal) {
  ticks++;
}

int main(void) {
  struct itimerval timer = {{0, 20000}, {0, 20000}}, none = {{0, 0}, {0, 0}}, now;
  struct timeval limit = {5, 0};
  signal(SIGALRM, on_alarm);
  signal(SIGVTALRM, on_alarm);
  printf("%u", alarm(10));
  printf(" %u\n", alarm(0));
  setitimer(ITIMER_REAL, &timer, NULL);
  while (ticks < 5)
    ;
  getitimer(ITIMER_REAL, &now);
  printf("interval %ld\n", (long)now.it_interval.tv_usec);
  if (fork() == 0) {
    getitimer(ITIMER_REAL, &now);
    printf("child %ld %ld\n", (long)now.it_interval.tv_usec, (long)now.it_value.tv_usec);
    return 0;
  }
  int status;
  pid_t child = wait(&status);
  printf("wait %d\n", child > 0);
  int ready = select(0, NULL, NULL, NULL, &limit);
  printf("select %d %d\n", ready, errno == EINTR);
  ready = poll(NULL, 0, 5000);
  printf("poll %d %d\n", ready, errno == EINTR);
  setitimer(ITIMER_REAL, &none, NULL);
  ticks = 0;
  setitimer(ITIMER_VIRTUAL, &timer, NULL);
  while (ticks < 2)
    ;
  setitimer(ITIMER_VIRTUAL, &none, NULL);
  ticks = 0;
  ualarm(10000, 0);
  pause();
  printf("ticks %d\n", ticks);
  return 0;
}
