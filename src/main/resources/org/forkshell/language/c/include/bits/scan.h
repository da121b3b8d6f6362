#ifndef _BITS_SCAN_H
#define _BITS_SCAN_H
#include <stdarg.h>
#include <stdio.h>
int __scan(FILE *stream, const char *format, va_list arguments);
#endif
