#ifndef _WCHAR_H
#define _WCHAR_H
#include <stddef.h>
typedef unsigned int wint_t;
#define WEOF 0xffffffffu
size_t wcslen(const wchar_t *text);
#endif
