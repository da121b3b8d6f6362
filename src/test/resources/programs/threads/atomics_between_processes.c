// shows: atomic steps on memory that processes share
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
    atomic_uchar byte;
    atomic_short half;
    atomic_int word;
    atomic_long wide;
    _Atomic unsigned factor;
    atomic_int turn;
};

int main(void) {
    struct shared *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    atomic_init(&shared->factor, 1);
    for (int child = 0; child < 4; child++)
        if (fork() == 0) {
            for (int i = 0; i < 1500; i++) {
                shared->byte++;
                shared->half -= 2;
                atomic_fetch_add(&shared->word, 3);
                shared->wide += 1L << 20;
                if (i < 5)
                    shared->factor *= 3;
            }
            while (shared->turn != child)
                sched_yield();
            printf("child %d\n", child);
            fflush(stdout);
            atomic_store(&shared->turn, child + 1);
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    printf("%d %d %d %ld %u\n", shared->byte, shared->half, shared->word, shared->wide, shared->factor);
    return 0;
}
