#ifndef _STDARG_H
#define _STDARG_H
/* Arguments lie in slots of 8 bytes; va_arg is the compiler's own. */
typedef char *va_list;
typedef va_list __gnuc_va_list;
#define va_start(list, last) ((void)((list) = (char *)&(last) + ((sizeof(last) + 7) & ~7ul)))
#define va_end(list) ((void)(list))
#define va_copy(to, from) ((void)((to) = (from)))
#define __va_copy(to, from) ((void)((to) = (from)))
#endif
