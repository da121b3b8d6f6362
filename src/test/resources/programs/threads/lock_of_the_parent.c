// shows: a lock that the only thread held at fork is not its child's: the child may not unlock it
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pthread_mutexattr_t attributes;
    pthread_mutex_t checking, robust;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_init(&checking, &attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&robust, &attributes);
    pthread_mutex_lock(&checking);
    pthread_mutex_lock(&robust);
    if (fork() == 0) {
        printf("child: unlock %d, try %d\n", pthread_mutex_unlock(&checking) == EPERM, pthread_mutex_trylock(&checking) == EBUSY);
        printf("child: unlock %d, try %d\n", pthread_mutex_unlock(&robust) == EPERM, pthread_mutex_trylock(&robust) == EBUSY);
        fflush(stdout);
        _exit(0);
    }
    wait(NULL);
    printf("parent: unlock %d %d\n", pthread_mutex_unlock(&checking), pthread_mutex_unlock(&robust));
    return 0;
}
