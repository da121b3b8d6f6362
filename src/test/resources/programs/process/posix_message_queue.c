// shows: POSIX message queues: priorities, attributes, full and empty, notification
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int told, value;

static void handler(int signal, siginfo_t *info, void *context) {
    told = info->si_code == SI_MESGQ;
    value = info->si_value.sival_int;
}

int main(void) {
    struct mq_attr attributes, old;
    struct timespec past = {1, 0};
    struct sigaction action;
    struct sigevent event;
    char name[64], text[64];
    unsigned priority;
    mqd_t queue;
    ssize_t n;
    memset(&attributes, 0, sizeof attributes);
    attributes.mq_maxmsg = 3;
    attributes.mq_msgsize = 20;
    sprintf(name, "/fs_queue_%d", getpid());
    queue = mq_open("no slash", O_CREAT | O_RDWR, 0600, &attributes);
    printf("%d %s\n", queue, strerror(errno));
    queue = mq_open(name, O_RDWR);
    printf("%d %s\n", queue, strerror(errno));
    queue = mq_open(name, O_CREAT | O_EXCL | O_RDWR, 0600, &attributes);
    printf("open %d\n", queue >= 0);
    n = mq_open(name, O_CREAT | O_EXCL | O_RDWR, 0600, &attributes);
    printf("%zd %s\n", n, strerror(errno));
    printf("getattr %d", mq_getattr(queue, &attributes));
    printf(" %ld %ld %ld %ld\n", attributes.mq_flags, attributes.mq_maxmsg, attributes.mq_msgsize, attributes.mq_curmsgs);
    if (fork() == 0) {
        mq_send(queue, "low", 4, 1);
        mq_send(queue, "high", 5, 9);
        mq_send(queue, "low again", 10, 1);
        _exit(0);
    }
    wait(NULL);
    n = mq_timedsend(queue, "full", 5, 1, &past);
    printf("full %zd %s\n", n, strerror(errno));
    n = mq_send(queue, "much too long for this queue", 29, 1);
    printf("long %zd %s\n", n, strerror(errno));
    n = mq_receive(queue, text, 5, &priority);
    printf("small %zd %s\n", n, strerror(errno));
    while (mq_getattr(queue, &attributes) == 0 && attributes.mq_curmsgs > 0) {
        n = mq_receive(queue, text, sizeof text, &priority);
        printf("%zd '%s' %u\n", n, text, priority);
    }
    attributes.mq_flags = O_NONBLOCK;
    printf("setattr %d", mq_setattr(queue, &attributes, &old));
    printf(" %ld\n", old.mq_flags);
    n = mq_receive(queue, text, sizeof text, NULL);
    printf("empty %zd %s\n", n, strerror(errno));
    attributes.mq_flags = 0;
    mq_setattr(queue, &attributes, NULL);
    if (fork() == 0) {
        usleep(50000);
        mq_send(queue, "late", 5, 3);
        _exit(0);
    }
    n = mq_receive(queue, text, sizeof text, &priority);
    printf("waited %zd '%s' %u\n", n, text, priority);
    wait(NULL);
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGUSR1, &action, NULL);
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGUSR1;
    event.sigev_value.sival_int = 42;
    printf("notify %d\n", mq_notify(queue, &event));
    mq_send(queue, "x", 2, 0);
    printf("told %d, value %d\n", told, value);
    printf("close %d, unlink %d\n", mq_close(queue), mq_unlink(name));
    n = mq_unlink(name);
    printf("unlink %zd %s\n", n, strerror(errno));
    n = mq_getattr(queue, &attributes);
    printf("closed %zd %s\n", n, strerror(errno));
    return 0;
}
