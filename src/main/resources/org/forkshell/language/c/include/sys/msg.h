#ifndef _SYS_MSG_H
#define _SYS_MSG_H
#include <stddef.h>
#include <sys/ipc.h>
#define MSG_NOERROR 010000
#define MSG_EXCEPT 020000
#define MSG_COPY 040000
typedef unsigned long msgqnum_t;
typedef unsigned long msglen_t;
struct msqid_ds {
    struct ipc_perm msg_perm;
    time_t msg_stime;
    time_t msg_rtime;
    time_t msg_ctime;
    unsigned long __msg_cbytes;
    msgqnum_t msg_qnum;
    msglen_t msg_qbytes;
    pid_t msg_lspid;
    pid_t msg_lrpid;
    unsigned long __reserved[2];
};
#ifdef _GNU_SOURCE
struct msgbuf { long mtype; char mtext[1]; };
#endif
__system int msgget(key_t key, int flags);
__system int msgsnd(int queue, const void *message, size_t size, int flags);
__system ssize_t msgrcv(int queue, void *message, size_t size, long type, int flags);
__system int msgctl(int queue, int command, struct msqid_ds *status);
#endif
