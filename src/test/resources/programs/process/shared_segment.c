// shows: a segment of shared memory is one memory for parent and child until it is removed

#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int id = shmget(IPC_PRIVATE, 5000, IPC_CREAT | 0600);
    struct shmid_ds status;
    char *text = shmat(id, NULL, 0);

    strcpy(text, "nobody yet");
    if (fork() == 0) {
        strcpy(text + 4500, "the child was here");
        shmdt(text);
        _exit(0);
    }
    wait(NULL);
    shmctl(id, IPC_STAT, &status);
    printf("%s, %s\n", text, text + 4500);
    printf("%zu %lu %o %d\n", status.shm_segsz, (unsigned long)status.shm_nattch, status.shm_perm.mode & 0777,
           status.shm_cpid == getpid());
    printf("%d\n", shmctl(id, IPC_RMID, NULL));
    printf("%d\n", shmdt(text));
    printf("%d\n", shmat(id, NULL, 0) == (void *)-1);
    return 0;
}
