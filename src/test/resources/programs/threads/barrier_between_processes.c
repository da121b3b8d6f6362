// shows: a process-shared barrier lets four processes go on together
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
    pthread_barrier_t barrier;
    int before[4];
    int wrong, serial;
};

int main(void) {
    struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_barrierattr_t attributes;
    pthread_barrierattr_init(&attributes);
    pthread_barrierattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_barrier_init(&shared->barrier, &attributes, 4);
    for (int me = 0; me < 4; me++) {
        if (fork() == 0) {
            for (int phase = 1; phase <= 5; phase++) {
                shared->before[me] = phase;
                if (pthread_barrier_wait(&shared->barrier) == PTHREAD_BARRIER_SERIAL_THREAD)
                    __sync_fetch_and_add(&shared->serial, 1);
                for (int i = 0; i < 4; i++)
                    if (shared->before[i] < phase)
                        __sync_fetch_and_add(&shared->wrong, 1);
                pthread_barrier_wait(&shared->barrier);
            }
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("phases %d, too early %d\n", shared->serial >= 5, shared->wrong);
    return 0;
}
