#include <bits/files.h>
#include <bits/format.h>
#include <bits/memory.h>
#include <bits/ordering.h>
#include <bits/scan.h>
#include <bits/shell.h>
#include <bits/stream.h>
#include <bits/temporary.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

FILE *stdin = &__stdin;
FILE *stdout = &__stdout;
FILE *stderr = &__stderr;

static int __print_to(FILE *stream, const char *format, va_list arguments);

/* What an unbuffered stream prints is collected and written at once. */
static int __print_unbuffered(FILE *stream, const char *format, va_list arguments) {
    char bytes[8192];
    FILE collector;
    int result;
    int left;
    collector.flags = _PUTTING | _NO_READS;
    collector.fd = -1;
    collector.buffer = collector.write_base = collector.write = bytes;
    collector.buffer_end = collector.write_end = bytes + sizeof bytes;
    collector.read_base = collector.read = collector.read_end = bytes;
    collector.target = stream;
    collector.functions = NULL;
    __free_stream(&collector);
    result = __print_to(&collector, format, arguments);
    left = collector.write - collector.write_base;
    if (left > 0 && __put(stream, collector.write_base, left) != left)
        return -1;
    return result;
}

static int __print_to(FILE *stream, const char *format, va_list arguments) {
    struct __sink sink;
    if (stream->flags & (_NO_WRITES | _UNBUFFERED)) {
        if (stream->flags & _NO_WRITES) {
            stream->flags |= _FAILED;
            errno = EBADF;
            return -1;
        }
        return __print_unbuffered(stream, format, arguments);
    }
    sink.stream = stream;
    sink.count = 0;
    return __format(&sink, format, arguments);
}

int vfprintf(FILE *stream, const char *format, va_list arguments) {
    int result;
    if (!__threaded)
        return __print_to(stream, format, arguments);
    __hold_stream(stream);
    result = __print_to(stream, format, arguments);
    __let_go(stream);
    return result;
}

int vprintf(const char *format, va_list arguments) {
    return vfprintf(stdout, format, arguments);
}

int printf(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vfprintf(stdout, format, arguments);
}

int fprintf(FILE *stream, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vfprintf(stream, format, arguments);
}

int vdprintf(int fd, const char *format, va_list arguments) {
    FILE stream;
    int result;
    memset(&stream, 0, sizeof stream);
    stream.flags = _NO_READS;
    stream.fd = fd;
    result = vfprintf(&stream, format, arguments);
    if (__flush(&stream, _FOR_CLOSE) < 0)
        result = -1;
    if (stream.flags & _ALLOCATED)
        free(stream.buffer);
    return result;
}

int dprintf(int fd, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vdprintf(fd, format, arguments);
}

int vsnprintf(char *to, size_t size, const char *format, va_list arguments) {
    struct __sink sink;
    int result;
    sink.stream = NULL;
    sink.to = to;
    sink.room = size > 0 ? size - 1 : 0;
    sink.count = 0;
    result = __format(&sink, format, arguments);
    if (size > 0 && result >= 0)
        *sink.to = 0;
    return result;
}

int sprintf(char *to, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vsnprintf(to, 0x7fffffffffffffff, format, arguments);
}

int vsprintf(char *to, const char *format, va_list arguments) {
    return vsnprintf(to, 0x7fffffffffffffff, format, arguments);
}

int snprintf(char *to, size_t size, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vsnprintf(to, size, format, arguments);
}

int vasprintf(char **to, const char *format, va_list arguments) {
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length < 0)
        return -1;
    *to = malloc(length + 1ul);
    if (!*to)
        return -1;
    return vsnprintf(*to, length + 1ul, format, arguments);
}

int asprintf(char **to, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vasprintf(to, format, arguments);
}

int putc_unlocked(int c, FILE *stream) {
    if (stream->write < stream->write_end)
        return (unsigned char)(*stream->write++ = c);
    return __overflow(stream, (unsigned char)c);
}

int putc(int c, FILE *stream) {
    int result;
    if (__threaded) {
        __hold_stream(stream);
        result = putc_unlocked(c, stream);
        __let_go(stream);
        return result;
    }
    if (stream->write < stream->write_end)
        return (unsigned char)(*stream->write++ = c);
    return __overflow(stream, (unsigned char)c);
}

int fputc(int c, FILE *stream) {
    return putc(c, stream);
}

int putchar(int c) {
    return putc(c, stdout);
}

int fputc_unlocked(int c, FILE *stream) {
    return putc_unlocked(c, stream);
}

int putchar_unlocked(int c) {
    return putc_unlocked(c, stdout);
}

int puts(const char *text) {
    size_t length = strlen(text);
    int failed;
    _HOLD(stdout);
    failed = __put(stdout, text, length) != length || putc_unlocked('\n', stdout) < 0;
    _LET_GO(stdout);
    if (failed)
        return EOF;
    return length + 1 > 0x7fffffff ? 0x7fffffff : (int)length + 1;
}

/* One thread's bytes after another's. */
static size_t __put_whole(FILE *stream, const char *bytes, size_t count) {
    size_t done;
    _HOLD(stream);
    done = __put(stream, bytes, count);
    _LET_GO(stream);
    return done;
}

int fputs(const char *text, FILE *stream) {
    size_t length = strlen(text);
    return __put_whole(stream, text, length) == length ? 1 : EOF;
}

size_t fwrite(const void *items, size_t size, size_t count, FILE *stream) {
    size_t all = size * count;
    size_t done;
    if (all == 0)
        return 0;
    done = __put_whole(stream, items, all);
    if (done == all || done == (size_t)EOF)
        return count;
    return done / size;
}

size_t fwrite_unlocked(const void *items, size_t size, size_t count, FILE *stream) {
    return fwrite(items, size, count, stream);
}

int fputs_unlocked(const char *text, FILE *stream) {
    return fputs(text, stream);
}

int putw(int word, FILE *stream) {
    return __put_whole(stream, (char *)&word, sizeof word) == sizeof word ? 0 : EOF;
}

int fflush(FILE *stream) {
    int result;
    if (!stream)
        return __flush_all(_FOR_FFLUSH);
    _HOLD(stream);
    result = __sync(stream, _FOR_FFLUSH) < 0 ? EOF : 0;
    _LET_GO(stream);
    return result;
}

int fflush_unlocked(FILE *stream) {
    return fflush(stream);
}

int setvbuf(FILE *stream, char *buffer, int mode, size_t size) {
    switch (mode) {
    case _IOFBF:
    case _IOLBF:
        stream->flags &= ~_LINES;
        if (!buffer) {
            if (!stream->buffer && mode == _IOFBF) {
                /* Otherwise its first use would find the terminal. */
                __allocate_buffer(stream);
                stream->flags &= ~_LINES;
            }
            stream->flags &= ~_UNBUFFERED;
            if (mode == _IOLBF) {
                stream->flags |= _LINES;
                if (stream->write_base)
                    stream->write_end = stream->write_base;
            }
            return 0;
        }
        if (__set_buffer(stream, buffer, size) < 0)
            return EOF;
        if (mode == _IOLBF) {
            stream->flags |= _LINES;
            stream->write_end = stream->write_base;
        }
        return 0;
    case _IONBF:
        stream->flags &= ~_LINES;
        return __set_buffer(stream, NULL, 0);
    }
    return EOF;
}

void setbuffer(FILE *stream, char *buffer, size_t size) {
    stream->flags &= ~_LINES;
    __set_buffer(stream, buffer, size);
}

void setbuf(FILE *stream, char *buffer) {
    setbuffer(stream, buffer, BUFSIZ);
}

void setlinebuf(FILE *stream) {
    setvbuf(stream, NULL, _IOLBF, 0);
}

int getc_unlocked(FILE *stream) {
    if (stream->read < stream->read_end)
        return (unsigned char)*stream->read++;
    if (__underflow(stream) < 0)
        return EOF;
    return (unsigned char)*stream->read++;
}

int getc(FILE *stream) {
    int result;
    if (!__threaded)
        return getc_unlocked(stream);
    __hold_stream(stream);
    result = getc_unlocked(stream);
    __let_go(stream);
    return result;
}

int fgetc(FILE *stream) {
    return getc(stream);
}

int getchar(void) {
    return getc(stdin);
}

int getchar_unlocked(void) {
    return getc_unlocked(stdin);
}

/* Reads up to a newline or room bytes; how many. */
static size_t __get_line(FILE *stream, char *to, size_t room, int last) {
    size_t done = 0;
    _HOLD(stream);
    while (room > 0) {
        size_t part;
        char *end;
        if (stream->read >= stream->read_end && __underflow(stream) < 0)
            break;
        part = stream->read_end - stream->read;
        if (part > room)
            part = room;
        end = memchr(stream->read, last, part);
        if (end)
            part = end + 1 - stream->read;
        memcpy(to + done, stream->read, part);
        stream->read += part;
        done += part;
        room -= part;
        if (end)
            break;
    }
    _LET_GO(stream);
    return done;
}

char *fgets(char *to, int size, FILE *stream) {
    size_t count;
    int failed = stream->flags & _FAILED;
    if (size <= 0)
        return NULL;
    if (size == 1) {
        *to = 0;
        return to;
    }
    stream->flags &= ~_FAILED;
    count = __get_line(stream, to, size - 1, '\n');
    if (count == 0 || (stream->flags & _FAILED) && errno != EAGAIN)
        to = NULL;
    else
        to[count] = 0;
    stream->flags |= failed;
    return to;
}

char *gets(char *to) {
    size_t count = __get_line(stdin, to, 0x7fffffff, '\n');
    if (count == 0)
        return NULL;
    if (to[count - 1] == '\n')
        count--;
    to[count] = 0;
    return to;
}

ssize_t getdelim(char **line, size_t *size, int last, FILE *stream) {
    size_t done = 0;
    if (!line || !size) {
        errno = EINVAL;
        return -1;
    }
    if (!*line || *size == 0) {
        *size = 120;
        *line = realloc(*line, *size);
        if (!*line)
            return -1;
    }
    for (;;) {
        size_t part = __get_line(stream, *line + done, *size - 1 - done, last);
        done += part;
        if (part == 0 || (*line)[done - 1] == (char)last)
            break;
        if (done + 1 >= *size) {
            char *more = realloc(*line, *size * 2);
            if (!more)
                return -1;
            *line = more;
            *size *= 2;
        }
    }
    if (done == 0)
        return -1;
    (*line)[done] = 0;
    return done;
}

ssize_t getline(char **line, size_t *size, FILE *stream) {
    return getdelim(line, size, '\n', stream);
}

size_t fread(void *items, size_t size, size_t count, FILE *stream) {
    size_t all = size * count;
    size_t left = all;
    char *to = items;
    if (all == 0)
        return 0;
    _HOLD(stream);
    while (left > 0) {
        size_t part = stream->read_end - stream->read;
        if (part > 0) {
            if (part > left)
                part = left;
            memcpy(to, stream->read, part);
            stream->read += part;
            to += part;
            left -= part;
        } else {
            size_t block = stream->buffer_end - stream->buffer;
            if (block > 0 && left >= block && !(stream->flags & (_PUSHED_BACK | _PUTTING | _AT_END | _NO_READS | _TEXT))) {
                /* Whole blocks need no buffer. */
                ssize_t done;
                stream->read_base = stream->read = stream->read_end = stream->buffer;
                stream->write_base = stream->write = stream->write_end = stream->buffer;
                done = __read_from(stream, to, block >= 128 ? left - left % block : left);
                if (done <= 0) {
                    stream->flags |= done == 0 ? _AT_END : _FAILED;
                    break;
                }
                to += done;
                left -= done;
            } else if (__underflow(stream) < 0) {
                break;
            }
        }
    }
    _LET_GO(stream);
    return left == 0 ? count : (all - left) / size;
}

size_t fread_unlocked(void *items, size_t size, size_t count, FILE *stream) {
    return fread(items, size, count, stream);
}

char *fgets_unlocked(char *to, int size, FILE *stream) {
    return fgets(to, size, stream);
}

int fgetc_unlocked(FILE *stream) {
    return getc(stream);
}

int getw(FILE *stream) {
    int word;
    return fread(&word, sizeof word, 1, stream) == 1 ? word : EOF;
}

int ungetc(int c, FILE *stream) {
    if (c == EOF)
        return EOF;
    if (stream->flags & _NO_READS)
        return EOF;
    if ((stream->flags & _PUTTING) && __underflow(stream) < 0 && !stream->buffer)
        return EOF;
    if (stream->read > stream->read_base && stream->read[-1] == (char)c) {
        stream->read--;
    } else if (stream->flags & _PUSHED_BACK) {
        if (stream->read == stream->read_base)
            return EOF;
        *--stream->read = c;
    } else {
        stream->saved_base = stream->read_base;
        stream->saved = stream->read;
        stream->saved_end = stream->read_end;
        stream->read_base = stream->small;
        stream->read_end = stream->small + sizeof stream->small;
        stream->read = stream->read_end - 1;
        *stream->read = c;
        stream->flags |= _PUSHED_BACK;
    }
    stream->flags &= ~_AT_END;
    return (unsigned char)c;
}

int feof(FILE *stream) {
    return (stream->flags & _AT_END) != 0;
}

int ferror(FILE *stream) {
    return (stream->flags & _FAILED) != 0;
}

void clearerr(FILE *stream) {
    stream->flags &= ~(_AT_END | _FAILED);
}

int fileno(FILE *stream) {
    if (stream->fd < 0) {
        errno = EBADF;
        return -1;
    }
    return stream->fd;
}

int feof_unlocked(FILE *stream) {
    return feof(stream);
}

int ferror_unlocked(FILE *stream) {
    return ferror(stream);
}

void clearerr_unlocked(FILE *stream) {
    clearerr(stream);
}

int fileno_unlocked(FILE *stream) {
    return fileno(stream);
}

void perror(const char *text) {
    int number = errno;
    if (text && *text)
        fprintf(stderr, "%s: %s\n", text, strerror(number));
    else
        fprintf(stderr, "%s\n", strerror(number));
}

void flockfile(FILE *stream) {
    __hold_stream(stream);
    __ordered_after(stream);
}

int ftrylockfile(FILE *stream) {
    int result = __try_stream(stream);
    if (result == 0)
        __ordered_after(stream);
    return result;
}

void funlockfile(FILE *stream) {
    __ordered_before(stream);
    __let_go(stream);
}

FILE *fopen(const char *path, const char *mode) {
    return __open_stream(NULL, path, mode);
}

FILE *fdopen(int fd, const char *mode) {
    return __stream_on(fd, mode);
}

FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions) {
    return __stream_with(cookie, mode, &functions);
}

FILE *fmemopen(void *bytes, size_t size, const char *mode) {
    return __stream_on_memory(bytes, size, mode);
}

FILE *open_memstream(char **bytes, size_t *size) {
    return __stream_to_memory(bytes, size);
}

FILE *freopen(const char *path, const char *mode, FILE *stream) {
    return __reopen(stream, path, mode);
}

int fcloseall(void) {
    __close_down();
    return 0;
}

int fclose(FILE *stream) {
    return __close_stream(stream);
}

int fseek(FILE *stream, long offset, int from) {
    int result;
    _HOLD(stream);
    result = __seek(stream, offset, from);
    _LET_GO(stream);
    return result;
}

int fseeko(FILE *stream, off_t offset, int from) {
    return fseek(stream, offset, from);
}

long ftell(FILE *stream) {
    return __tell(stream);
}

off_t ftello(FILE *stream) {
    return __tell(stream);
}

void rewind(FILE *stream) {
    __seek(stream, 0, SEEK_SET);
    stream->flags &= ~_FAILED;
}

int fgetpos(FILE *stream, fpos_t *position) {
    *position = __tell(stream);
    return *position < 0 ? -1 : 0;
}

int fsetpos(FILE *stream, const fpos_t *position) {
    return __seek(stream, *position, SEEK_SET);
}

int remove(const char *path) {
    if (unlink(path) == 0)
        return 0;
    return errno == EISDIR ? rmdir(path) : -1;
}

FILE *popen(const char *command, const char *mode) {
    return __open_command(command, mode);
}

int pclose(FILE *stream) {
    return __close_command(stream);
}

FILE *tmpfile(void) {
    return __temporary_stream();
}

static char __last_temporary_name[L_tmpnam];

char *tmpnam(char *to) {
    return __temporary_name(to ? to : __last_temporary_name);
}

char *tempnam(const char *folder, const char *prefix) {
    return __temporary_name_in(folder, prefix);
}

char *tmpnam_r(char *to) {
    return to ? __temporary_name(to) : NULL;
}

static int __scan_whole(FILE *stream, const char *format, va_list arguments) {
    int result;
    _HOLD(stream);
    result = __scan(stream, format, arguments);
    _LET_GO(stream);
    return result;
}

int vfscanf(FILE *stream, const char *format, va_list arguments) {
    return __scan_whole(stream, format, arguments);
}

int vscanf(const char *format, va_list arguments) {
    return __scan_whole(stdin, format, arguments);
}

int scanf(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return __scan_whole(stdin, format, arguments);
}

int fscanf(FILE *stream, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return __scan_whole(stream, format, arguments);
}

/* A text is a stream that has been read to its end. */
int vsscanf(const char *text, const char *format, va_list arguments) {
    FILE stream;
    memset(&stream, 0, sizeof stream);
    stream.flags = _NO_WRITES | _TEXT;
    stream.fd = -1;
    stream.read_base = stream.read = (char *)text;
    stream.read_end = (char *)text + strlen(text);
    return __scan(&stream, format, arguments);
}

int sscanf(const char *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    return vsscanf(text, format, arguments);
}
