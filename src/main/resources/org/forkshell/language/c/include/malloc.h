#ifndef _MALLOC_H
#define _MALLOC_H
#include <stdlib.h>
__native size_t malloc_usable_size(void *block);
void *memalign(size_t alignment, size_t size);
#endif
