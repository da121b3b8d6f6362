/* What stdio's own sources share. The layout is org.forkshell.machine.code.StreamLayout. */
#ifndef _BITS_STREAM_H
#define _BITS_STREAM_H
#include <bits/threaded.h>
#include <stddef.h>
#include <stdarg.h>
#include <stdio.h>
struct _IO_FILE {
    int flags;
    int fd;
    char *buffer;
    char *buffer_end;
    char *write_base;
    char *write;
    char *write_end;
    char *read_base;
    char *read;
    char *read_end;
    char *saved_base;
    char *saved;
    char *saved_end;
    FILE *next;
    FILE *target;
    char small[8];
    cookie_io_functions_t *functions;
    void *cookie;
    int lock;       /* taken while a thread works on it, where there are several */
    int *owner;     /* which: where it has its errno */
    int depth;
};
/* flags */
#define _USER_BUFFER 1
#define _UNBUFFERED 2
#define _NO_READS 4
#define _NO_WRITES 8
#define _AT_END 16
#define _FAILED 32
#define _PUSHED_BACK 64
#define _LINES 128
#define _PUTTING 256
#define _APPENDING 512
#define _ALLOCATED 1024
#define _USED 2048
#define _TEXT 4096
/* why bytes are written: org.forkshell.machine.code.FlushReason */
#define _FOR_NEWLINE 1
#define _FOR_FULL 2
#define _FOR_FFLUSH 3
#define _FOR_EXIT 4
#define _FOR_UNBUFFERED 5
#define _FOR_READ 6
#define _FOR_CLOSE 7
#define _FOR_SETVBUF 8
#define _FOR_SEEK 9
extern FILE *__streams;
extern FILE __stdin, __stdout, __stderr;
__system ssize_t __write(int fd, const void *bytes, size_t count, int reason);
__native char *__last_newline(const char *bytes, size_t count);
void __allocate_buffer(FILE *stream);
int __flush(FILE *stream, int reason);
int __flush_all(int reason);
int __overflow(FILE *stream, int c);
int __prepare_to_write(FILE *stream);
size_t __put(FILE *stream, const char *bytes, size_t count);
int __put_spaces(FILE *stream, long count);
int __sync(FILE *stream, int reason);
int __set_buffer(FILE *stream, char *buffer, size_t size);
int __underflow(FILE *stream);
long __read_from(FILE *stream, char *to, size_t count);
long __move_to(FILE *stream, long offset, int from);
void __drop_pushed_back(FILE *stream);
void __close_down(void);
/* Where there are several threads, one at a time works on a stream: flockfile(3). */
void __hold_stream(FILE *stream);
void __let_go(FILE *stream);
int __try_stream(FILE *stream);
/* What the calling thread still has when it ends. */
void __let_go_of_all(void);
/* Nobody has it. */
void __free_stream(FILE *stream);
#define _HOLD(stream) do { if (__threaded) __hold_stream(stream); } while (0)
#define _LET_GO(stream) do { if (__threaded) __let_go(stream); } while (0)
#endif
