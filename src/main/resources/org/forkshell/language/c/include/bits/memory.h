#ifndef _BITS_MEMORY_H
#define _BITS_MEMORY_H
#include <stdio.h>
FILE *__stream_on_memory(void *bytes, size_t size, const char *mode);
FILE *__stream_to_memory(char **bytes, size_t *size);
#endif
