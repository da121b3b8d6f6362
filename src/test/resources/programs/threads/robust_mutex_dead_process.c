// shows: a robust mutex in shared memory tells its next owner that the process that had it was killed
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
    pthread_mutex_t mutex;
    int value;
};

int main(void) {
    struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_t attributes;
    int ends, status;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&shared->mutex, &attributes);
    for (ends = 0; ends < 2; ends++) {
        if (fork() == 0) {
            pthread_mutex_lock(&shared->mutex);
            shared->value = 7 + ends;
            if (ends)
                raise(SIGKILL);
            _exit(3);
        }
        wait(&status);
        if (WIFSIGNALED(status))
            printf("killed by %d\n", WTERMSIG(status));
        else
            printf("exited with %d\n", WEXITSTATUS(status));
        printf("lock: %d\n", pthread_mutex_lock(&shared->mutex) == EOWNERDEAD);
        printf("value %d\n", shared->value);
        pthread_mutex_consistent(&shared->mutex);
        pthread_mutex_unlock(&shared->mutex);
        printf("again: %d\n", pthread_mutex_lock(&shared->mutex));
        pthread_mutex_unlock(&shared->mutex);
    }
    return 0;
}
