// shows: a process-shared rwlock: a child may read beside its parent, but not write
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pthread_rwlock_t *lock = mmap(NULL, sizeof *lock, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_rwlockattr_t attributes;
    int shared;
    pthread_rwlockattr_init(&attributes);
    pthread_rwlockattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_rwlockattr_getpshared(&attributes, &shared);
    pthread_rwlock_init(lock, &attributes);
    printf("shared %d\n", shared == PTHREAD_PROCESS_SHARED);
    for (int writes = 0; writes < 2; writes++) {
        if (writes)
            pthread_rwlock_wrlock(lock);
        else
            pthread_rwlock_rdlock(lock);
        fflush(stdout);
        if (fork() == 0) {
            int error = pthread_rwlock_tryrdlock(lock);
            printf("child beside %s: read %s", writes ? "writer" : "reader", error == EBUSY ? "EBUSY" : "0");
            if (!error)
                pthread_rwlock_unlock(lock);
            printf(", write %s\n", pthread_rwlock_trywrlock(lock) == EBUSY ? "EBUSY" : "0");
            fflush(stdout);
            _exit(0);
        }
        wait(NULL);
        pthread_rwlock_unlock(lock);
    }
    printf("free %d\n", pthread_rwlock_trywrlock(lock));
    return 0;
}
