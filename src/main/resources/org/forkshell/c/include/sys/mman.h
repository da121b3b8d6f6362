#ifndef _SYS_MMAN_H
#define _SYS_MMAN_H
#include <sys/types.h>
#define PROT_NONE 0
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_FIXED 0x10
#define MAP_ANONYMOUS 0x20
#define MAP_ANON 0x20
#define MAP_NORESERVE 0x4000
#define MAP_POPULATE 0x8000
#define MAP_FAILED ((void *)-1)
#define MS_ASYNC 1
#define MS_INVALIDATE 2
#define MS_SYNC 4
__system void *mmap(void *at, size_t length, int access, int flags, int fd, off_t offset);
__system int munmap(void *at, size_t length);
__system int mprotect(void *at, size_t length, int access);
__system int msync(void *at, size_t length, int flags);
int shm_open(const char *name, int flags, mode_t mode);
int shm_unlink(const char *name);
#endif
