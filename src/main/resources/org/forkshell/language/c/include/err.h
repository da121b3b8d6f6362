#ifndef _ERR_H
#define _ERR_H
#include <stdarg.h>
void warn(const char *format, ...);
void vwarn(const char *format, va_list arguments);
void warnx(const char *format, ...);
void vwarnx(const char *format, va_list arguments);
void err(int status, const char *format, ...);
void verr(int status, const char *format, va_list arguments);
void errx(int status, const char *format, ...);
void verrx(int status, const char *format, va_list arguments);
#endif
