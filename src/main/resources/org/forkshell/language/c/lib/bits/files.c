/* Streams on files. */
#include <bits/files.h>
#include <bits/stream.h>
#include <bits/threads.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The flags of open(2) for a mode as fopen(3) has it, or -1. */
static int __flags_of(const char *mode, int *stream_flags) {
    int flags;
    int access;
    switch (*mode) {
    case 'r':
        flags = 0;
        access = O_RDONLY;
        *stream_flags = _NO_WRITES;
        break;
    case 'w':
        flags = O_CREAT | O_TRUNC;
        access = O_WRONLY;
        *stream_flags = _NO_READS;
        break;
    case 'a':
        flags = O_CREAT | O_APPEND;
        access = O_WRONLY;
        *stream_flags = _NO_READS | _APPENDING;
        break;
    default:
        errno = EINVAL;
        return -1;
    }
    for (mode++; *mode && *mode != ','; mode++) {
        if (*mode == '+') {
            access = O_RDWR;
            *stream_flags &= _APPENDING;
        } else if (*mode == 'x') {
            flags |= O_EXCL;
        } else if (*mode == 'e') {
            flags |= O_CLOEXEC;
        }
    }
    return flags | access;
}

static int __list;

static void __link(FILE *stream) {
    __lock_word(&__list);
    stream->next = __streams;
    __streams = stream;
    __unlock_word(&__list);
}

static void __unlink(FILE *stream) {
    FILE **at;
    __lock_word(&__list);
    for (at = &__streams; *at && *at != stream; at = &(*at)->next)
        ;
    if (*at)
        *at = stream->next;
    __unlock_word(&__list);
}

FILE *__open_stream(FILE *stream, const char *path, const char *mode) {
    int stream_flags;
    int flags = __flags_of(mode, &stream_flags);
    int fd;
    FILE *fresh = stream;
    if (flags < 0)
        return NULL;
    if (!fresh) {
        fresh = malloc(sizeof(FILE));
        if (!fresh)
            return NULL;
    }
    fd = __open(path, flags, 0666);
    if (fd < 0) {
        if (!stream)
            free(fresh);
        return NULL;
    }
    memset(fresh, 0, sizeof(FILE));
    fresh->flags = stream_flags;
    fresh->fd = fd;
    if (stream_flags & _APPENDING)
        lseek(fd, 0, SEEK_END);
    __link(fresh);
    return fresh;
}

FILE *__stream_with(void *cookie, const char *mode, const cookie_io_functions_t *functions) {
    struct __with_functions {
        FILE stream;
        cookie_io_functions_t functions;
    } *both;
    int stream_flags;
    if (__flags_of(mode, &stream_flags) < 0)
        return NULL;
    both = malloc(sizeof *both);
    if (!both)
        return NULL;
    memset(both, 0, sizeof *both);
    both->functions = *functions;
    both->stream.flags = stream_flags;
    both->stream.fd = -2;
    both->stream.functions = &both->functions;
    both->stream.cookie = cookie;
    __link(&both->stream);
    return &both->stream;
}

FILE *__stream_on(int fd, const char *mode) {
    int stream_flags;
    FILE *stream;
    if (__flags_of(mode, &stream_flags) < 0)
        return NULL;
    if (isatty(fd) == 0 && errno == EBADF)
        return NULL;
    stream = malloc(sizeof(FILE));
    if (!stream)
        return NULL;
    memset(stream, 0, sizeof(FILE));
    stream->flags = stream_flags;
    stream->fd = fd;
    __link(stream);
    return stream;
}

/* Flushes, closes and forgets the buffer; the stream itself remains. */
static int __shut(FILE *stream) {
    int result = stream->flags & _FAILED ? EOF : 0;
    __unlink(stream);
    if (__sync(stream, _FOR_CLOSE) < 0)
        result = EOF;
    if (stream->flags & _ALLOCATED)
        free(stream->buffer);
    stream->flags &= ~_ALLOCATED;
    if (stream->functions && stream->functions->close && stream->functions->close(stream->cookie) < 0)
        result = EOF;
    stream->functions = NULL;
    if (stream->fd >= 0 && close(stream->fd) < 0)
        result = EOF;
    stream->fd = -1;
    return result;
}

int __close_stream(FILE *stream) {
    int result = __shut(stream);
    if (stream != &__stdin && stream != &__stdout && stream != &__stderr) {
        free(stream);
    } else {
        stream->flags = _NO_READS | _NO_WRITES;
        stream->buffer = stream->buffer_end = NULL;
        stream->read_base = stream->read = stream->read_end = NULL;
        stream->write_base = stream->write = stream->write_end = NULL;
    }
    return result;
}

/* The new file takes the old one's descriptor, so that programs it starts see it too. */
FILE *__reopen(FILE *stream, const char *path, const char *mode) {
    int fd = stream->fd;
    int unbuffered = stream->flags & _UNBUFFERED;
    FILE *result;
    if (!path) {
        /* Only the mode of access may change, and of that nothing is done. */
        __sync(stream, _FOR_CLOSE);
        stream->flags &= ~(_AT_END | _FAILED);
        return stream;
    }
    __sync(stream, _FOR_CLOSE);
    stream->fd = -1;
    __shut(stream);
    result = __open_stream(stream, path, mode);
    if (!result) {
        int error = errno;
        if (fd >= 0)
            close(fd);
        errno = error;
        return NULL;
    }
    stream->flags |= unbuffered;
    if (fd >= 0 && stream->fd != fd) {
        if (dup2(stream->fd, fd) < 0)
            return NULL;
        close(stream->fd);
        stream->fd = fd;
    }
    return stream;
}

long __tell(FILE *stream) {
    long position;
    long ahead = 0;
    if (stream->flags & _PUSHED_BACK)
        ahead = stream->read_end - stream->read + (stream->saved_end - stream->saved);
    else
        ahead = stream->read_end - stream->read;
    if ((stream->flags & (_PUTTING | _APPENDING)) == (_PUTTING | _APPENDING) && stream->write > stream->write_base) {
        position = __move_to(stream, 0, SEEK_END);
        return position < 0 ? -1 : position + (stream->write - stream->write_base);
    }
    position = __move_to(stream, 0, SEEK_CUR);
    if (position < 0)
        return -1;
    if (stream->flags & _PUTTING)
        return position - (stream->read_end - stream->write_base) + (stream->write - stream->write_base);
    return position - ahead;
}

int __seek(FILE *stream, long offset, int from) {
    long position;
    if (from != SEEK_SET && from != SEEK_CUR && from != SEEK_END) {
        errno = EINVAL;
        return -1;
    }
    if (stream->write > stream->write_base && __flush(stream, _FOR_SEEK) < 0)
        return -1;
    if (from == SEEK_CUR) {
        position = __tell(stream);
        if (position < 0)
            return -1;
        offset += position;
        from = SEEK_SET;
        if (offset < 0) {
            errno = EINVAL;
            return -1;
        }
    }
    if (__move_to(stream, offset, from) < 0)
        return -1;
    __drop_pushed_back(stream);
    stream->read_base = stream->read = stream->read_end = stream->buffer;
    stream->write_base = stream->write = stream->write_end = stream->buffer;
    stream->flags &= ~(_AT_END | _PUTTING);
    return 0;
}
