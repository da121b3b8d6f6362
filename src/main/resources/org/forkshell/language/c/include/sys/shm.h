#ifndef _SYS_SHM_H
#define _SYS_SHM_H
#include <stddef.h>
#include <sys/ipc.h>
#define SHM_R 0400
#define SHM_W 0200
#define SHM_RDONLY 010000
#define SHM_RND 020000
#define SHM_LOCK 11
#define SHM_UNLOCK 12
#define SHM_STAT 13
#define SHM_INFO 14
#define SHMLBA 4096
typedef unsigned long shmatt_t;
struct shmid_ds {
    struct ipc_perm shm_perm;
    size_t shm_segsz;
    time_t shm_atime;
    time_t shm_dtime;
    time_t shm_ctime;
    pid_t shm_cpid;
    pid_t shm_lpid;
    shmatt_t shm_nattch;
    unsigned long __reserved[2];
};
__system int shmget(key_t key, size_t size, int flags);
__system void *shmat(int segment, const void *at, int flags);
__system int shmdt(const void *at);
__system int shmctl(int segment, int command, struct shmid_ds *status);
#endif
