#ifndef _SYS_SEM_H
#define _SYS_SEM_H
#include <stddef.h>
#include <sys/ipc.h>
#define SEM_UNDO 0x1000
#define GETPID 11
#define GETVAL 12
#define GETALL 13
#define GETNCNT 14
#define GETZCNT 15
#define SETVAL 16
#define SETALL 17
struct semid_ds {
    struct ipc_perm sem_perm;
    time_t sem_otime;
    unsigned long __otime_high;
    time_t sem_ctime;
    unsigned long __ctime_high;
    unsigned long sem_nsems;
    unsigned long __reserved[2];
};
struct sembuf { unsigned short sem_num; short sem_op; short sem_flg; };
struct seminfo { int semmap; int semmni; int semmns; int semmnu; int semmsl; int semopm; int semume; int semusz; int semvmx; int semaem; };
__system int semget(key_t key, int count, int flags);
__system int semop(int set, struct sembuf *operations, size_t count);
int semctl(int set, int index, int command, ...);
__system int __semctl(int set, int index, int command, long argument);
#endif
