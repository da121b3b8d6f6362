#ifndef _SYS_SENDFILE_H
#define _SYS_SENDFILE_H
#include <sys/types.h>
__system ssize_t sendfile(int to, int from, off_t *offset, size_t count);
#endif
