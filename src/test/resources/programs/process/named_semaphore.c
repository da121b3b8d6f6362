// shows: a named semaphore counts for all that open its name

#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    char name[32];
    struct timespec past = {1, 0};
    sem_t *semaphore, *again;
    int value;

    sprintf(name, "/turns-%d", getpid());
    semaphore = sem_open(name, O_CREAT | O_EXCL, 0600, 1);
    printf("%d\n", sem_open(name, O_CREAT | O_EXCL, 0600, 1) == SEM_FAILED && errno == EEXIST);
    again = sem_open(name, 0);
    printf("%d\n", again == semaphore);
    sem_wait(semaphore);
    printf("%d\n", sem_trywait(semaphore) == -1 && errno == EAGAIN);
    printf("%d\n", sem_timedwait(semaphore, &past) == -1 && errno == ETIMEDOUT);
    fflush(stdout);
    if (fork() == 0) {
        sem_t *mine = sem_open(name, 0);
        printf("child\n");
        fflush(stdout);
        sem_post(mine);
        sem_post(mine);
        _exit(0);
    }
    sem_wait(again);
    printf("parent\n");
    wait(NULL);
    sem_getvalue(semaphore, &value);
    printf("%d\n", value);
    printf("%d\n", sem_close(again));
    printf("%d\n", sem_close(semaphore));
    printf("%d\n", sem_unlink(name));
    printf("%d\n", sem_open(name, 0) == SEM_FAILED && errno == ENOENT);
    return 0;
}
