#ifndef _BITS_TEMPORARY_H
#define _BITS_TEMPORARY_H
#include <stdio.h>
#define _A_FILE 0
#define _A_DIRECTORY 1
#define _A_NAME 2
/* Puts letters for the XXXXXX of a name that nobody has yet, and makes what is asked for; -1 if it cannot. */
int __make_temporary(char *name, int kept, int kind, int flags);
FILE *__temporary_stream(void);
char *__temporary_name(char *to);
char *__temporary_name_in(const char *folder, const char *prefix);
#endif
