// shows: two semaphores in shared memory make parent and child alternate

#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    sem_t *turns = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    sem_init(&turns[0], 1, 1);
    sem_init(&turns[1], 1, 0);
    pid_t pid = fork();
    int me = pid == 0;
    for (int i = 0; i < 3; i++) {
        sem_wait(&turns[me]);
        printf("%s %d\n", me ? "child" : "parent", i);
        fflush(stdout);
        sem_post(&turns[!me]);
    }
    if (pid)
        wait(NULL);
    return 0;
}
