#ifndef _STRINGS_H
#define _STRINGS_H
#include <stddef.h>
__native int strcasecmp(const char *a, const char *b);
__native int strncasecmp(const char *a, const char *b, size_t most);
int bcmp(const void *a, const void *b, size_t count);
void bcopy(const void *from, void *to, size_t count);
void bzero(void *to, size_t count);
char *index(const char *text, int c);
char *rindex(const char *text, int c);
int ffs(int bits);
#endif
