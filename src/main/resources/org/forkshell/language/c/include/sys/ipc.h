#ifndef _SYS_IPC_H
#define _SYS_IPC_H
#include <bits/ipc.h>
key_t ftok(const char *path, int project);
#endif
