// shows: a mutex held by a thread that did not come along stays locked in the child
// curriculum: claim 18

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int held[2], release[2];

static void *holder(void *unused)
{
    char c;
    pthread_mutex_lock(&lock);
    write(held[1], "x", 1);
    read(release[0], &c, 1);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    char c;
    int status;
    pipe(held);
    pipe(release);
    pthread_create(&thread, NULL, holder, NULL);
    read(held[0], &c, 1);
    if (fork() == 0)
        _exit(pthread_mutex_trylock(&lock) == EBUSY ? 1 : 0);
    wait(&status);
    printf("child: locked %d\n", WEXITSTATUS(status));
    write(release[1], "x", 1);
    pthread_join(thread, NULL);
    printf("parent: locked %d\n", pthread_mutex_trylock(&lock) == EBUSY);
    return 0;
}
