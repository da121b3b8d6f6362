// shows: timer_create and its kin, and clock_nanosleep until a moment
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int rings, value, code, missed;

static void handler(int signal, siginfo_t *info, void *context) {
    rings++;
    if (info->si_overrun > missed)
        missed = info->si_overrun;
    value = info->si_value.sival_int;
    code = info->si_code;
}

static long since(struct timespec *from) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - from->tv_sec) * 1000 + (now.tv_nsec - from->tv_nsec) / 1000000;
}

int main(void) {
    struct sigaction action;
    struct sigevent event;
    struct itimerspec times, left;
    struct timespec start, moment, rest;
    timer_t timer;
    sigset_t set;
    int n, status;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGRTMIN, &action, NULL);
    sigaction(SIGALRM, &action, NULL);
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGRTMIN;
    event.sigev_value.sival_int = 17;
    printf("create %d\n", timer_create(CLOCK_REALTIME, &event, &timer));
    memset(&times, 0, sizeof times);
    times.it_value.tv_nsec = 10000000;
    times.it_interval.tv_nsec = 10000000;
    printf("gettime %d", timer_gettime(timer, &left));
    printf(" %ld\n", left.it_value.tv_nsec);
    printf("settime %d\n", timer_settime(timer, 0, &times, NULL));
    while (rings < 3)
        pause();
    printf("rings, value %d, code %d\n", value, code == SI_TIMER);
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    usleep(60000);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    /* It may have rung again by now: then that one has missed nothing. */
    n = timer_getoverrun(timer);
    printf("overrun %d\n", n >= 0 && missed >= 2);
    if (fork() == 0) {
        n = timer_gettime(timer, &left);
        printf("of a child: %d %s\n", n, strerror(errno));
        fflush(stdout);
        _exit(0);
    }
    while (wait(&status) < 0)
        ;
    printf("delete %d\n", timer_delete(timer));
    n = timer_delete(timer);
    printf("again %d %s\n", n, strerror(errno));
    printf("standard %d\n", timer_create(CLOCK_MONOTONIC, NULL, &timer));
    times.it_interval.tv_nsec = 0;
    rings = 0;
    timer_settime(timer, 0, &times, NULL);
    pause();
    printf("rings %d\n", rings);
    timer_delete(timer);
    n = timer_create(99, &event, &timer);
    printf("no clock %d %s\n", n, strerror(errno));
    event.sigev_signo = 99;
    n = timer_create(CLOCK_REALTIME, &event, &timer);
    printf("no signal %d %s\n", n, strerror(errno));

    clock_gettime(CLOCK_MONOTONIC, &start);
    moment = start;
    moment.tv_nsec += 50000000;
    if (moment.tv_nsec >= 1000000000) {
        moment.tv_sec++;
        moment.tv_nsec -= 1000000000;
    }
    printf("until %d\n", clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &moment, NULL));
    printf("late %d\n", since(&start) >= 50);
    printf("past %d\n", clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &start, NULL));
    rest.tv_sec = 0;
    rest.tv_nsec = 20000000;
    printf("for %d\n", clock_nanosleep(CLOCK_REALTIME, 0, &rest, NULL));
    rest.tv_nsec = -1;
    printf("negative %s\n", strerror(clock_nanosleep(CLOCK_REALTIME, 0, &rest, NULL)));
    rest.tv_nsec = 0;
    printf("no clock %s\n", strerror(clock_nanosleep(99, 0, &rest, NULL)));
    rest.tv_sec = 30;
    ualarm(30000, 0);
    n = clock_nanosleep(CLOCK_REALTIME, 0, &rest, &moment);
    printf("interrupted %s, left %d\n", strerror(n), moment.tv_sec == 29);
    errno = 0;
    n = nanosleep((struct timespec *)8, NULL);
    printf("nanosleep %d %s\n", n, strerror(errno));
    printf("getres %d", clock_getres(CLOCK_MONOTONIC, &rest));
    printf(" %ld\n", rest.tv_nsec);
    return 0;
}
