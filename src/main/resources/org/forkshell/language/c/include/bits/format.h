/* What printf and its family make of a format. */
#ifndef _BITS_FORMAT_H
#define _BITS_FORMAT_H
#include <stdarg.h>
#include <stdio.h>
/* Where the bytes go: to a stream, or to a text that has room for so many. */
struct __sink {
    FILE *stream;
    char *to;
    size_t room;
    long count;         /* of all bytes so far, those that found no room too */
};
int __format(struct __sink *sink, const char *format, va_list arguments);
/* The digits of a double that is finite and not negative; the rest is zeros, then the exponent. */
struct __shown {
    long length;
    long zeros;
    long suffix_length;
    char suffix[8];
    char digits[1824];
};
__native void __show_double(double value, int conversion, int precision, int alternative, struct __shown *shown);
#endif
