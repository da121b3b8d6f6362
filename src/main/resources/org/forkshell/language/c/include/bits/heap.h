#ifndef _BITS_HEAP_H
#define _BITS_HEAP_H
#include <stddef.h>
#define _DOUBLE_FREE 1
#define _FREE_INVALID 2
#define _FREE_INVALID_SIZE 3
#define _RESIZE_INVALID 4
#define _DOUBLE_FREE_TOP 5
#define _DOUBLE_FREE_LARGE 6
#define _DOUBLE_FREE_OUT 7
#define _FREE_UNMAPPED 8
/* What is wrong with the block, or 0. */
/* Moves the break by so many bytes; gives the one before, (void *)-1 with errno set where that cannot be. */
__native void *__move_break(long by);
__native int __release(void *block);
/* (void *)-1 for an invalid block. */
__native void *__resize(void *block, size_t size);
void __heap_is_broken(int problem);
#endif
