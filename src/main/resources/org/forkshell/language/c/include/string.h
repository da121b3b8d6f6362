#ifndef _STRING_H
#define _STRING_H
#include <stddef.h>
__native void *memcpy(void *to, const void *from, size_t count);
__native void *mempcpy(void *to, const void *from, size_t count);
__native void *memmove(void *to, const void *from, size_t count);
__native void *memset(void *to, int value, size_t count);
__native int memcmp(const void *a, const void *b, size_t count);
__native void *memchr(const void *bytes, int value, size_t count);
__native void *memrchr(const void *bytes, int value, size_t count);
__native void *memmem(const void *bytes, size_t count, const void *part, size_t length);
void *memccpy(void *to, const void *from, int last, size_t count);
__native size_t strlen(const char *text);
__native size_t strnlen(const char *text, size_t most);
__native char *strcpy(char *to, const char *from);
__native char *strncpy(char *to, const char *from, size_t count);
__native char *stpcpy(char *to, const char *from);
__native char *strcat(char *to, const char *from);
__native char *strncat(char *to, const char *from, size_t most);
__native int strcmp(const char *a, const char *b);
__native int strncmp(const char *a, const char *b, size_t most);
__native char *strchr(const char *text, int c);
__native char *strchrnul(const char *text, int c);
__native char *strrchr(const char *text, int c);
__native char *strstr(const char *text, const char *part);
__native char *strcasestr(const char *text, const char *part);
__native size_t strspn(const char *text, const char *set);
__native size_t strcspn(const char *text, const char *set);
__native char *strpbrk(const char *text, const char *set);
int strcoll(const char *a, const char *b);
size_t strxfrm(char *to, const char *from, size_t count);
char *strdup(const char *text);
char *strndup(const char *text, size_t most);
char *strtok(char *text, const char *set);
char *strtok_r(char *text, const char *set, char **rest);
char *strsep(char **text, const char *set);
char *strerror(int number);
int strerror_r(int number, char *to, size_t size);
char *strsignal(int signal);
const char *sigdescr_np(int signal);
const char *sigabbrev_np(int signal);
char *basename(const char *path);
#include <strings.h>
void *rawmemchr(const void *bytes, int value);
char *stpncpy(char *to, const char *from, size_t count);
int strverscmp(const char *a, const char *b);
void explicit_bzero(void *bytes, size_t count);
int ffsl(long bits);
int ffsll(long long bits);
#endif
