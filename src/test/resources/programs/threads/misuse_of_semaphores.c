// shows: what is wrong with a semaphore is said in errno
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void tell(const char *what, int result) {
    printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
    errno = 0;
}

static void opened(const char *what, sem_t *semaphore) { tell(what, semaphore == SEM_FAILED ? -1 : 0); }

int main(void) {
    struct timespec never = {0, 1000000000}, past = {1, 0};
    sem_t semaphore;
    char name[40], longer[300] = "/";
    int value;
    tell("too much", sem_init(&semaphore, 0, (unsigned)INT_MAX + 1));
    sem_init(&semaphore, 0, INT_MAX);
    tell("one too many", sem_post(&semaphore));
    sem_init(&semaphore, 0, 0);
    tell("try", sem_trywait(&semaphore));
    tell("no time", sem_timedwait(&semaphore, &never));
    tell("past", sem_timedwait(&semaphore, &past));
    tell("no clock", sem_clockwait(&semaphore, CLOCK_PROCESS_CPUTIME_ID, &past));
    tell("past, by a clock", sem_clockwait(&semaphore, CLOCK_MONOTONIC, &past));
    sem_post(&semaphore);
    tell("at once, past", sem_timedwait(&semaphore, &past));
    sem_getvalue(&semaphore, &value);
    printf("%d\n", value);
    sprintf(name, "/misuse-of-semaphores-%d", getpid());
    memset(longer + 1, 'x', 298);
    opened("not there", sem_open(name, 0));
    opened("no name", sem_open("", O_CREAT, 0600, 1));
    opened("only a slash", sem_open("/", O_CREAT, 0600, 1));
    opened("slash inside", sem_open("/a/b", O_CREAT, 0600, 1));
    opened("long name", sem_open(longer, O_CREAT, 0600, 1));
    opened("too much", sem_open(name, O_CREAT, 0600, (unsigned)INT_MAX + 1));
    sem_t *named = sem_open(name, O_CREAT | O_EXCL, 0600, 1);
    opened("made", named);
    opened("made again", sem_open(name, O_CREAT | O_EXCL, 0600, 1));
    tell("closed", sem_close(named));
    tell("closed again", sem_close(named));
    tell("close another", sem_close(&semaphore));
    tell("unlinked", sem_unlink(name));
    tell("unlinked again", sem_unlink(name));
    tell("unlink no name", sem_unlink(""));
    return 0;
}
