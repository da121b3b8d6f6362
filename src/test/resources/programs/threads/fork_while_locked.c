// shows: a lock that another thread holds at the time of fork stays taken in the child, where nobody will unlock it
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static sem_t locked, unlock;

static void *holds(void *unused) {
    pthread_mutex_lock(&mutex);
    sem_post(&locked);
    sem_wait(&unlock);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

int main(void) {
    pthread_t thread;
    int status;
    sem_init(&locked, 0, 0);
    sem_init(&unlock, 0, 0);
    pthread_create(&thread, NULL, holds, NULL);
    sem_wait(&locked);
    if (fork() == 0)
        _exit(pthread_mutex_trylock(&mutex) == EBUSY ? 33 : 1);
    wait(&status);
    printf("child: busy %d\n", WEXITSTATUS(status) == 33);
    sem_post(&unlock);
    pthread_join(thread, NULL);
    printf("parent: free %d\n", pthread_mutex_trylock(&mutex) == 0);
    if (fork() == 0) {
        printf("child of the owner: unlock %d\n", pthread_mutex_unlock(&mutex));
        fflush(stdout);
        _exit(pthread_mutex_trylock(&mutex));
    }
    wait(&status);
    printf("status %d\n", WEXITSTATUS(status));
    return 0;
}
