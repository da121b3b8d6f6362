// shows: a process-shared mutex and a counter in mmap'd memory: four processes lose no increment
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
    pthread_mutex_t mutex;
    long count;
};

int main(void) {
    struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_t attributes;
    int is_shared;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_getpshared(&attributes, &is_shared);
    printf("private at first: %d\n", is_shared == PTHREAD_PROCESS_PRIVATE);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_getpshared(&attributes, &is_shared);
    printf("shared now: %d\n", is_shared == PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&shared->mutex, &attributes);
    fflush(stdout);
    for (int i = 0; i < 4; i++) {
        if (fork() == 0) {
            for (int n = 0; n < 1000; n++) {
                pthread_mutex_lock(&shared->mutex);
                shared->count++;
                pthread_mutex_unlock(&shared->mutex);
            }
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("%ld\n", shared->count);
    return 0;
}
