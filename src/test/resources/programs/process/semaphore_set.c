// shows: semaphores of System V make parent and child alternate

#include <errno.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>

union semun { int val; struct semid_ds *buf; unsigned short *array; };

static int set;

static int change(int index, int by, int flags)
{
    struct sembuf operation = {index, by, flags};
    return semop(set, &operation, 1);
}

int main(void)
{
    union semun first = {1}, all;
    unsigned short values[2];
    pid_t pid;
    int i, me;

    set = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600);
    semctl(set, 0, SETVAL, first);
    printf("%d %d\n", semctl(set, 0, GETVAL), semctl(set, 1, GETVAL));
    printf("%d\n", change(1, -1, IPC_NOWAIT) == -1 && errno == EAGAIN);
    fflush(stdout);
    pid = fork();
    me = pid == 0;
    for (i = 0; i < 3; i++) {
        change(me, -1, 0);
        printf("%s %d\n", me ? "child" : "parent", i);
        fflush(stdout);
        change(!me, 1, 0);
    }
    if (pid == 0)
        return 0;
    wait(NULL);
    all.array = values;
    semctl(set, 0, GETALL, all);
    printf("%d %d\n", values[0], values[1]);
    printf("%d\n", semctl(set, 0, IPC_RMID));
    return 0;
}
