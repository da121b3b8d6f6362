#ifndef _BITS_FILES_H
#define _BITS_FILES_H
#include <stdio.h>
FILE *__open_stream(FILE *stream, const char *path, const char *mode);
FILE *__stream_with(void *cookie, const char *mode, const cookie_io_functions_t *functions);
FILE *__stream_on(int fd, const char *mode);
FILE *__reopen(FILE *stream, const char *path, const char *mode);
int __close_stream(FILE *stream);
int __seek(FILE *stream, long offset, int from);
long __tell(FILE *stream);
#endif
