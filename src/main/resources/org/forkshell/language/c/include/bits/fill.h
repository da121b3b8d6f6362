/* What a stream's buffer holds. */
#ifndef _BITS_FILL_H
#define _BITS_FILL_H
#include <stddef.h>
#include <stdio.h>
size_t __fbufsize(FILE *stream);
size_t __fpending(FILE *stream);
int __flbf(FILE *stream);
int __freadable(FILE *stream);
int __fwritable(FILE *stream);
int __freading(FILE *stream);
int __fwriting(FILE *stream);
void __fpurge(FILE *stream);
void _flushlbf(void);
#endif
