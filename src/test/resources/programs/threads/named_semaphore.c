// shows: a named semaphore is the same in a child that opens it anew, and is gone once unlinked
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    char name[64];
    int value;
    snprintf(name, sizeof name, "/threads-test-%d", getpid());
    sem_t *semaphore = sem_open(name, O_CREAT | O_EXCL, 0600, 0);
    printf("opened %d\n", semaphore != SEM_FAILED);
    printf("twice: %d\n", sem_open(name, O_CREAT | O_EXCL, 0600, 0) == SEM_FAILED && errno == EEXIST);
    fflush(stdout);
    if (fork() == 0) {
        sem_t *mine = sem_open(name, 0);
        sem_post(mine);
        sem_post(mine);
        sem_close(mine);
        _exit(0);
    }
    sem_wait(semaphore);
    wait(NULL);
    sem_getvalue(semaphore, &value);
    printf("value %d\n", value);
    printf("close %d", sem_close(semaphore));
    printf(", unlink %d", sem_unlink(name));
    printf(", again %d\n", sem_unlink(name) == -1 && errno == ENOENT);
    printf("gone %d\n", sem_open(name, 0) == SEM_FAILED && errno == ENOENT);
    return 0;
}
