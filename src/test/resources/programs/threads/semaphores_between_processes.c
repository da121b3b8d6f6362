// shows: two shared semaphores in mmap'd memory make parent and child take turns
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    sem_t *turns = mmap(NULL, 2 * sizeof *turns, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    sem_init(&turns[0], 1, 1);
    sem_init(&turns[1], 1, 0);
    int child = fork() == 0;
    for (int i = 0; i < 4; i++) {
        sem_wait(&turns[child]);
        printf("%s %d\n", child ? "child" : "parent", i);
        fflush(stdout);
        sem_post(&turns[!child]);
    }
    if (child)
        _exit(0);
    wait(NULL);
    return 0;
}
