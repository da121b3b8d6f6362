// shows: timed waits for a semaphore, values that are too large, overflow
#include <errno.h>
#include <limits.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>

int main(void) {
    sem_t s;
    struct timespec until, bad = {0, -5};
    int value;
    printf("too large: %d\n", sem_init(&s, 0, (unsigned)SEM_VALUE_MAX + 1) == -1 && errno == EINVAL);
    sem_init(&s, 0, SEM_VALUE_MAX);
    printf("overflow: %d\n", sem_post(&s) == -1 && errno == EOVERFLOW);
    sem_init(&s, 0, 1);
    printf("bad time, but free: %d\n", sem_timedwait(&s, &bad) == -1 && errno == EINVAL);
    sem_wait(&s);
    printf("bad time: %d\n", sem_timedwait(&s, &bad) == -1 && errno == EINVAL);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 20000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    printf("timed: %d\n", sem_timedwait(&s, &until) == -1 && errno == ETIMEDOUT);
    sem_getvalue(&s, &value);
    printf("value %d, max %d\n", value, SEM_VALUE_MAX == INT_MAX);
    return 0;
}
