// shows: shared memory, semaphores with undo and a message queue between a parent and its children
#include <sys/types.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/sem.h>
#include <sys/msg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <unistd.h>
#include <sys/wait.h>
union semun { int val; struct semid_ds *buf; unsigned short *array; };
struct mymsg { long mtype; char mtext[64]; };
int shmid, semid, msqid; int *shm;
void P(int n) { struct sembuf s = {n, -1, SEM_UNDO}; if (semop(semid, &s, 1) < 0) perror("P"); }
void V(int n) { struct sembuf s = {n, 1, SEM_UNDO}; semop(semid, &s, 1); }
int main()
{
	key_t key; int i; union semun arg; struct mymsg m; struct shmid_ds ds; unsigned short vals[3];
	key = ftok("/tmp", 'R'); printf("key ok %d\n", key != (key_t) -1);
	shmid = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0666); semid = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600); msqid = msgget(IPC_PRIVATE, 0600);
	shm = (int *) shmat(shmid, NULL, 0); if (shm == (int *) -1) { perror("shmat"); exit(1); }
	arg.array = vals; vals[0] = 1; vals[1] = 0; vals[2] = 5; semctl(semid, 0, SETALL, arg);
	printf("sem2 %d ncnt %d\n", semctl(semid, 2, GETVAL), semctl(semid, 1, GETNCNT));
	for (i = 0; i < 4; i++)
		if (fork() == 0) { int k; for (k = 0; k < 50; k++) { P(0); shm[0]++; V(0); } m.mtype = 4 - i; sprintf(m.mtext, "child %d", i); msgsnd(msqid, &m, strlen(m.mtext) + 1, 0); exit(0); }
	while (wait(NULL) > 0) ;
	printf("counter %d\n", shm[0]);
	shmctl(shmid, IPC_STAT, &ds); printf("nattch %d size %d cpid %d\n", (int) ds.shm_nattch, (int) ds.shm_segsz, ds.shm_cpid == getpid());
	struct msqid_ds md; msgctl(msqid, IPC_STAT, &md); printf("qnum %d\n", (int) md.msg_qnum);
	for (i = 4; i >= 1; i--) { ssize_t n = msgrcv(msqid, &m, sizeof m.mtext, i == 4 ? -2 : 0, IPC_NOWAIT); if (i == 4) printf("%ld %s %d\n", m.mtype, m.mtext, (int) n); }
	printf("empty: %d %s\n", (int) msgrcv(msqid, &m, sizeof m.mtext, 0, IPC_NOWAIT), strerror(errno));
	if (fork() == 0) { P(1); printf("child passed\n"); fflush(stdout); P(2); _exit(0); }
	while (semctl(semid, 1, GETNCNT) == 0) usleep(1000);
	printf("waiting %d\n", semctl(semid, 1, GETNCNT)); fflush(stdout);
	V(1); wait(NULL); printf("undone %d\n", semctl(semid, 2, GETVAL));
	if (shmdt(shm) == -1) perror("shmdt"); printf("twice %d %s\n", shmdt(shm), strerror(errno));
	shmctl(shmid, IPC_RMID, 0); semctl(semid, 0, IPC_RMID); msgctl(msqid, IPC_RMID, 0);
	printf("gone %d %s\n", semop(semid, NULL, 0), strerror(errno));
	return 0;
}
