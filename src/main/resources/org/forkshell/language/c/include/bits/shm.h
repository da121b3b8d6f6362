#ifndef _BITS_SHM_H
#define _BITS_SHM_H
#include <stddef.h>
/* The file that is behind a name like "/name"; -1 if there can be none. */
int __shm_path(const char *prefix, const char *name, char *to, size_t size);
#endif
