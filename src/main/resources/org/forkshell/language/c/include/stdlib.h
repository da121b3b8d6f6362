#ifndef _STDLIB_H
#define _STDLIB_H
#include <stddef.h>
#include <sys/types.h>
#include <sys/select.h>
#include <bits/wait.h>
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
#define MB_CUR_MAX 1
typedef struct { int quot; int rem; } div_t;
typedef struct { long quot; long rem; } ldiv_t;
typedef struct { long long quot; long long rem; } lldiv_t;
typedef int (*__compar_fn_t)(const void *, const void *);
void exit(int status);
void _Exit(int status);
void quick_exit(int status);
void abort(void);
int atexit(void (*handler)(void));
int at_quick_exit(void (*handler)(void));
int on_exit(void (*handler)(int status, void *argument), void *argument);
__native void *malloc(size_t size);
__native void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
void *reallocarray(void *block, size_t count, size_t size);
void free(void *block);
__native void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **block, size_t alignment, size_t size);
void *valloc(size_t size);
__native int atoi(const char *text);
__native long atol(const char *text);
__native long long atoll(const char *text);
__native double atof(const char *text);
__native long strtol(const char *text, char **end, int base);
__native unsigned long strtoul(const char *text, char **end, int base);
__native long long strtoll(const char *text, char **end, int base);
__native unsigned long long strtoull(const char *text, char **end, int base);
__native double strtod(const char *text, char **end);
__native float strtof(const char *text, char **end);
__native long double strtold(const char *text, char **end);
int rand(void);
void srand(unsigned seed);
long random(void);
void srandom(unsigned seed);
int rand_r(unsigned *seed);
double drand48(void);
double erand48(unsigned short state[3]);
long lrand48(void);
long nrand48(unsigned short state[3]);
long mrand48(void);
void srand48(long seed);
char *getenv(const char *name);
char *secure_getenv(const char *name);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
int putenv(char *assignment);
int clearenv(void);
void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *argument);
void *bsearch(const void *key, const void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
int abs(int n);
long labs(long n);
long long llabs(long long n);
div_t div(int n, int by);
ldiv_t ldiv(long n, long by);
lldiv_t lldiv(long long n, long long by);
int system(const char *command);
int mkstemp(char *name);
int mkstemps(char *name, int kept);
int mkostemp(char *name, int flags);
char *mkdtemp(char *name);
char *mktemp(char *name);
char *realpath(const char *path, char *to);
long jrand48(unsigned short state[3]);
unsigned short *seed48(unsigned short seed[3]);
unsigned arc4random(void);
void arc4random_buf(void *to, size_t count);
unsigned arc4random_uniform(unsigned bound);
long a64l(const char *text);
char *l64a(long value);
char *ecvt(double x, int digits, int *point, int *sign);
char *fcvt(double x, int digits, int *point, int *sign);
char *gcvt(double x, int digits, char *to);
int mblen(const char *text, size_t count);
int mbtowc(wchar_t *to, const char *text, size_t count);
int wctomb(char *to, wchar_t c);
size_t mbstowcs(wchar_t *to, const char *from, size_t most);
size_t wcstombs(char *to, const wchar_t *from, size_t most);
int mkostemps(char *name, int kept, int flags);
int getsubopt(char **options, char *const *known, char **value);
int rpmatch(const char *answer);
int getloadavg(double averages[], int count);
long long strtoq(const char *text, char **end, int base);
unsigned long long strtouq(const char *text, char **end, int base);
#include <alloca.h>
int posix_openpt(int flags);
int getpt(void);
int grantpt(int fd);
int unlockpt(int fd);
char *ptsname(int fd);
int ptsname_r(int fd, char *name, size_t size);
#endif
