// shows: epoll waits for pipes, eventfd, signalfd and timerfd
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

static int set;

static int add(int fd, uint32_t events) {
    struct epoll_event event;
    memset(&event, 0, sizeof event);
    event.events = events;
    event.data.fd = fd;
    return epoll_ctl(set, EPOLL_CTL_ADD, fd, &event);
}

static void look(const char *what, int timeout) {
    struct epoll_event events[8];
    int n = epoll_wait(set, events, 8, timeout), i;
    printf("%s: %d", what, n);
    for (i = 0; i < n; i++)
        printf(" fd %d events %x", events[i].data.fd, events[i].events);
    printf("\n");
}

static void handler(int signal) {
}

int main(void) {
    struct signalfd_siginfo info;
    struct itimerspec soon = {{0, 0}, {0, 20000000}};
    struct itimerspec left;
    sigset_t mask;
    uint64_t count;
    eventfd_t value;
    int ends[2], event, signals, timer, n;
    pid_t child;
    set = epoll_create1(EPOLL_CLOEXEC);
    pipe(ends);
    printf("add %d\n", add(ends[0], EPOLLIN));
    n = add(ends[0], EPOLLIN);
    printf("again %d %s\n", n, strerror(errno));
    n = add(77, EPOLLIN);
    printf("nothing %d %s\n", n, strerror(errno));
    look("empty", 0);
    write(ends[1], "abc", 3);
    look("filled", -1);
    look("still", 50);
    printf("delete %d\n", epoll_ctl(set, EPOLL_CTL_DEL, ends[0], NULL));
    look("deleted", 0);

    event = eventfd(3, 0);
    add(event, EPOLLIN);
    look("eventfd", -1);
    n = read(event, &count, sizeof count);
    printf("read %d %lu\n", n, (unsigned long)count);
    look("taken", 0);
    if (fork() == 0) {
        eventfd_write(event, 40);
        eventfd_write(event, 2);
        _exit(0);
    }
    wait(NULL);
    look("by a child", -1);
    eventfd_read(event, &value);
    printf("sum %lu\n", (unsigned long)value);
    n = read(event, &count, 4);
    printf("too small %d %s\n", n, strerror(errno));
    n = eventfd(0, EFD_SEMAPHORE | EFD_NONBLOCK);
    eventfd_write(n, 2);
    read(n, &count, 8);
    printf("semaphore %lu\n", (unsigned long)count);
    read(n, &count, 8);
    printf("empty %zd %s\n", read(n, &count, 8), errno == EAGAIN ? "EAGAIN" : "?");

    sigemptyset(&mask);
    sigaddset(&mask, SIGUSR1);
    sigaddset(&mask, SIGCHLD);
    sigprocmask(SIG_BLOCK, &mask, NULL);
    signals = signalfd(-1, &mask, SFD_CLOEXEC);
    add(signals, EPOLLIN);
    child = fork();
    if (child == 0) {
        kill(getppid(), SIGUSR1);
        _exit(9);
    }
    look("signal", -1);
    n = read(signals, &info, sizeof info);
    printf("%d: signal %d from child %d, code %d\n", n, info.ssi_signo, info.ssi_pid == child, info.ssi_code);
    look("another", -1);
    n = read(signals, &info, sizeof info);
    printf("%d: signal %d from child %d, code %d, status %d\n", n, info.ssi_signo, info.ssi_pid == child, info.ssi_code, info.ssi_status);
    wait(NULL);

    timer = timerfd_create(CLOCK_MONOTONIC, 0);
    add(timer, EPOLLIN);
    look("not set", 0);
    printf("settime %d\n", timerfd_settime(timer, 0, &soon, NULL));
    printf("gettime %d", timerfd_gettime(timer, &left));
    printf(" %d\n", left.it_value.tv_nsec > 0 && left.it_value.tv_nsec <= 20000000);
    look("timer", -1);
    n = read(timer, &count, sizeof count);
    printf("%d, %lu\n", n, (unsigned long)count);

    signal(SIGALRM, handler);
    struct sigaction action;
    sigaction(SIGALRM, NULL, &action);
    printf("restarts %d\n", (action.sa_flags & SA_RESTART) != 0);
    alarm(1);
    struct epoll_event events[2];
    n = epoll_wait(set, events, 2, -1);
    printf("interrupted %d %s\n", n, strerror(errno));
    n = epoll_wait(set, events, 0, 0);
    printf("no room %d %s\n", n, strerror(errno));
    n = epoll_wait(1, events, 2, 0);
    printf("no set %d %s\n", n, strerror(errno));
    return 0;
}
