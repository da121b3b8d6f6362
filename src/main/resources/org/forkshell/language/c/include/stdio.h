#ifndef _STDIO_H
#define _STDIO_H
#include <stddef.h>
#include <stdarg.h>
#include <sys/types.h>
typedef struct _IO_FILE FILE;
typedef struct _IO_FILE __FILE;
typedef long fpos_t;
#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define L_tmpnam 20
#define TMP_MAX 238328
#define P_tmpdir "/tmp"
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr
int printf(const char *format, ...);
int fprintf(FILE *stream, const char *format, ...);
int dprintf(int fd, const char *format, ...);
int sprintf(char *to, const char *format, ...);
int snprintf(char *to, size_t size, const char *format, ...);
int asprintf(char **to, const char *format, ...);
int vprintf(const char *format, va_list arguments);
int vfprintf(FILE *stream, const char *format, va_list arguments);
int vdprintf(int fd, const char *format, va_list arguments);
int vsprintf(char *to, const char *format, va_list arguments);
int vsnprintf(char *to, size_t size, const char *format, va_list arguments);
int vasprintf(char **to, const char *format, va_list arguments);
int scanf(const char *format, ...);
int fscanf(FILE *stream, const char *format, ...);
int sscanf(const char *text, const char *format, ...);
int vscanf(const char *format, va_list arguments);
int vfscanf(FILE *stream, const char *format, va_list arguments);
int vsscanf(const char *text, const char *format, va_list arguments);
int puts(const char *text);
int fputs(const char *text, FILE *stream);
int putchar(int c);
int putc(int c, FILE *stream);
int fputc(int c, FILE *stream);
int putchar_unlocked(int c);
int putc_unlocked(int c, FILE *stream);
int fputc_unlocked(int c, FILE *stream);
size_t fwrite(const void *items, size_t size, size_t count, FILE *stream);
size_t fread(void *items, size_t size, size_t count, FILE *stream);
int getchar(void);
int getc(FILE *stream);
int fgetc(FILE *stream);
int getchar_unlocked(void);
int getc_unlocked(FILE *stream);
char *gets(char *to);
char *fgets(char *to, int size, FILE *stream);
ssize_t getline(char **line, size_t *size, FILE *stream);
ssize_t getdelim(char **line, size_t *size, int last, FILE *stream);
int ungetc(int c, FILE *stream);
int getw(FILE *stream);
int putw(int word, FILE *stream);
int fflush(FILE *stream);
int fflush_unlocked(FILE *stream);
int setvbuf(FILE *stream, char *buffer, int mode, size_t size);
void setbuf(FILE *stream, char *buffer);
void setbuffer(FILE *stream, char *buffer, size_t size);
void setlinebuf(FILE *stream);
int feof(FILE *stream);
int ferror(FILE *stream);
void clearerr(FILE *stream);
int fileno(FILE *stream);
void perror(const char *text);
FILE *fopen(const char *path, const char *mode);
FILE *fdopen(int fd, const char *mode);
typedef ssize_t cookie_read_function_t(void *cookie, char *to, size_t count);
typedef ssize_t cookie_write_function_t(void *cookie, const char *bytes, size_t count);
typedef int cookie_seek_function_t(void *cookie, off_t *offset, int from);
typedef int cookie_close_function_t(void *cookie);
typedef struct _IO_cookie_io_functions_t {
    cookie_read_function_t *read;
    cookie_write_function_t *write;
    cookie_seek_function_t *seek;
    cookie_close_function_t *close;
} cookie_io_functions_t;
FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions);
FILE *fmemopen(void *bytes, size_t size, const char *mode);
FILE *open_memstream(char **bytes, size_t *size);
FILE *freopen(const char *path, const char *mode, FILE *stream);
int fclose(FILE *stream);
int fseek(FILE *stream, long offset, int from);
int fseeko(FILE *stream, off_t offset, int from);
long ftell(FILE *stream);
off_t ftello(FILE *stream);
void rewind(FILE *stream);
int fgetpos(FILE *stream, fpos_t *position);
int fsetpos(FILE *stream, const fpos_t *position);
int remove(const char *path);
__system int rename(const char *from, const char *to);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
FILE *tmpfile(void);
char *tmpnam(char *to);
char *tmpnam_r(char *to);
void flockfile(FILE *stream);
int ftrylockfile(FILE *stream);
void funlockfile(FILE *stream);
int fcloseall(void);
char *tempnam(const char *folder, const char *prefix);
size_t fwrite_unlocked(const void *items, size_t size, size_t count, FILE *stream);
size_t fread_unlocked(void *items, size_t size, size_t count, FILE *stream);
int fputs_unlocked(const char *text, FILE *stream);
char *fgets_unlocked(char *to, int size, FILE *stream);
int fgetc_unlocked(FILE *stream);
int feof_unlocked(FILE *stream);
int ferror_unlocked(FILE *stream);
void clearerr_unlocked(FILE *stream);
int fileno_unlocked(FILE *stream);
__system int renameat(int from, const char *path, int to, const char *other);
#endif
