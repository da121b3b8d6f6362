// shows: sem_wait is interrupted by a handler with EINTR, and sem_post may be called in one
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

static sem_t s;
static int posts;

static void handler(int number) {
    if (posts)
        sem_post(&s);
}

int main(void) {
    struct sigaction action;
    struct itimerval soon = {{0, 0}, {0, 20000}}, often = {{0, 20000}, {0, 20000}}, never = {{0, 0}, {0, 0}};
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGALRM, &action, NULL);
    sem_init(&s, 0, 0);
    setitimer(ITIMER_REAL, &often, NULL);
    printf("interrupted %d\n", sem_wait(&s) == -1 && errno == EINTR);
    setitimer(ITIMER_REAL, &never, NULL);
    posts = 1;
    setitimer(ITIMER_REAL, &soon, NULL);
    int result;
    while ((result = sem_wait(&s)) == -1 && errno == EINTR)
        ;
    printf("posted %d\n", result);
    action.sa_flags = SA_RESTART;
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &soon, NULL);
    printf("restarted and posted %d\n", sem_wait(&s));
    return 0;
}
