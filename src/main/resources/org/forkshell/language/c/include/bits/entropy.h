#ifndef _BITS_ENTROPY_H
#define _BITS_ENTROPY_H
#include <stddef.h>
int getentropy(void *bytes, size_t count);
#endif
