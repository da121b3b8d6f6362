/* Streams: when bytes move between a buffer and the kernel. Moments and amounts are those of glibc 2.36. */
#include <bits/stream.h>
#include <bits/threads.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

FILE __stdin = {_NO_WRITES, 0};
FILE __stdout = {_NO_READS, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, &__stdin};
FILE __stderr = {_NO_READS | _UNBUFFERED, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, &__stdout};
FILE *__streams = &__stderr;

/* What a stream's bytes come from and go to is a descriptor, or functions of the program: see fopencookie(3). */
static long __write_to(FILE *stream, const char *bytes, size_t count, int reason) {
    ssize_t done;
    if (!stream->functions)
        return __write(stream->fd, bytes, count, reason);
    done = stream->functions->write ? stream->functions->write(stream->cookie, bytes, count) : 0;
    return done > 0 ? done : -1;
}

long __read_from(FILE *stream, char *to, size_t count) {
    if (!stream->functions)
        return read(stream->fd, to, count);
    return stream->functions->read ? stream->functions->read(stream->cookie, to, count) : -1;
}

long __move_to(FILE *stream, long offset, int from) {
    if (!stream->functions)
        return lseek(stream->fd, offset, from);
    if (!stream->functions->seek) {
        errno = ESPIPE;
        return -1;
    }
    return stream->functions->seek(stream->cookie, &offset, from) < 0 ? -1 : offset;
}

/* A terminal makes a stream line-buffered, at its first use. */
void __allocate_buffer(FILE *stream) {
    size_t size = stream->functions ? BUFSIZ : 4096;
    if (stream->flags & _UNBUFFERED) {
        stream->buffer = stream->small;
        stream->buffer_end = stream->small + 1;
        return;
    }
    if (stream->fd >= 0) {
        int error = errno;
        if (isatty(stream->fd)) {
            stream->flags |= _LINES;
            size = 1024;
        }
        errno = error;
    }
    stream->buffer = malloc(size);
    if (!stream->buffer) {
        stream->flags |= _UNBUFFERED;
        stream->buffer = stream->small;
        stream->buffer_end = stream->small + 1;
        return;
    }
    stream->buffer_end = stream->buffer + size;
    stream->flags |= _ALLOCATED;
}

/* Gives bytes to the kernel, then the buffer is empty, even if that failed. */
static size_t __send(FILE *stream, const char *bytes, size_t count, int reason) {
    size_t left = count;
    if (count == 0)
        return 0;
    if (stream->target) {
        left = count - __put(stream->target, bytes, count);
    } else {
        if (!(stream->flags & _APPENDING) && stream->read_end != stream->write_base) {
            if (__move_to(stream, stream->write_base - stream->read_end, SEEK_CUR) < 0)
                return 0;
        }
        while (left > 0) {
            ssize_t done = __write_to(stream, bytes, left, reason);
            if (done < 0) {
                stream->flags |= _FAILED;
                break;
            }
            bytes += done;
            left -= done;
        }
    }
    stream->read_base = stream->read = stream->read_end = stream->buffer;
    stream->write_base = stream->write = stream->buffer;
    stream->write_end = stream->flags & (_LINES | _UNBUFFERED) ? stream->buffer : stream->buffer_end;
    return count - left;
}

int __prepare_to_write(FILE *stream) {
    if (stream->flags & _NO_WRITES) {
        stream->flags |= _FAILED;
        errno = EBADF;
        return EOF;
    }
    stream->flags |= _USED;
    if (!(stream->flags & _PUTTING) || !stream->write_base) {
        if (!stream->write_base) {
            if (!stream->buffer)
                __allocate_buffer(stream);
            stream->read_base = stream->read = stream->read_end = stream->buffer;
        }
        if (stream->flags & _PUSHED_BACK) {
            long unread = stream->read_end - stream->read;
            __drop_pushed_back(stream);
            if (unread > stream->read - stream->read_base)
                unread = stream->read - stream->read_base;
            stream->read -= unread;
        }
        if (stream->read == stream->buffer_end)
            stream->read = stream->read_end = stream->buffer;
        stream->write_base = stream->write = stream->read;
        stream->write_end = stream->flags & (_LINES | _UNBUFFERED) ? stream->write : stream->buffer_end;
        stream->read_base = stream->read = stream->read_end;
        stream->flags |= _PUTTING;
    }
    return 0;
}

/* Writes what waits in the buffer. */
int __flush(FILE *stream, int reason) {
    size_t count;
    if (__prepare_to_write(stream) < 0)
        return EOF;
    count = stream->write - stream->write_base;
    return __send(stream, stream->write_base, count, reason) == count ? 0 : EOF;
}

/* Puts a character where a plain store is not enough. */
int __overflow(FILE *stream, int c) {
    if (__prepare_to_write(stream) < 0)
        return EOF;
    if (stream->write == stream->buffer_end && __flush(stream, _FOR_FULL) < 0)
        return EOF;
    *stream->write++ = c;
    if (stream->flags & _UNBUFFERED) {
        if (__flush(stream, _FOR_UNBUFFERED) < 0)
            return EOF;
    } else if ((stream->flags & _LINES) && c == '\n') {
        if (__flush(stream, _FOR_NEWLINE) < 0)
            return EOF;
    }
    return (unsigned char)c;
}

/* Puts bytes; returns how many went well. */
size_t __put(FILE *stream, const char *bytes, size_t count) {
    size_t left = count;
    size_t room = 0;
    size_t part;
    size_t block;
    int reason = stream->flags & _UNBUFFERED ? _FOR_UNBUFFERED : _FOR_FULL;
    if (count == 0)
        return 0;
    if ((stream->flags & (_LINES | _PUTTING)) == (_LINES | _PUTTING)) {
        room = stream->buffer_end - stream->write;
        if (room >= count) {
            const char *last = __last_newline(bytes, count);
            if (last) {
                room = last + 1 - bytes;
                reason = _FOR_NEWLINE;
            }
        }
    } else if (stream->write_end > stream->write) {
        room = stream->write_end - stream->write;
    }
    if (room > 0) {
        part = room < left ? room : left;
        memcpy(stream->write, bytes, part);
        stream->write += part;
        bytes += part;
        left -= part;
    }
    if (left == 0 && reason != _FOR_NEWLINE)
        return count;
    if (__flush(stream, reason) < 0)
        return left == 0 ? (size_t)EOF : count - left;
    /* Whole blocks need no buffer. */
    block = stream->buffer_end - stream->buffer;
    part = left - (block >= 128 ? left % block : 0);
    if (part > 0) {
        size_t done = __send(stream, bytes, part, reason);
        left -= done;
        bytes += done;
        if (done < part)
            return count - left;
    }
    while (left > 0) {
        if (stream->write < stream->write_end) {
            room = stream->write_end - stream->write;
            part = room < left ? room : left;
            memcpy(stream->write, bytes, part);
            stream->write += part;
            bytes += part;
            left -= part;
        } else {
            /* A line-buffered stream looks at every character here. */
            if (__overflow(stream, (unsigned char)*bytes) < 0)
                break;
            bytes++;
            left--;
        }
    }
    return count - left;
}

int __put_spaces(FILE *stream, long count) {
    while (count > 0) {
        size_t part = count < 16 ? count : 16;
        if (__put(stream, "                ", part) != part)
            return EOF;
        count -= part;
    }
    return 0;
}

/* The newest stream first, stdin last. */
int __flush_all(int reason) {
    int result = 0;
    FILE *stream;
    for (stream = __streams; stream; stream = stream->next) {
        _HOLD(stream);
        if (stream->write > stream->write_base && __flush(stream, reason) < 0)
            result = EOF;
        _LET_GO(stream);
    }
    return result;
}

/*
 * The lock of a stream orders the functions that its bytes come from and go to, where those are the program's. No
 * program can know which of two threads has printed first, so elsewhere it orders nothing: only flockfile does.
 */
void __hold_stream(FILE *stream) {
    int *self = __errno_location();
    if (stream->owner != self) {
        __lock_word(&stream->lock);
        stream->owner = self;
        if (stream->functions)
            __ordered_after(&stream->lock);
    }
    stream->depth++;
}

void __let_go(FILE *stream) {
    /* The threads may have begun while it was at work. */
    if (stream->depth > 0 && --stream->depth == 0) {
        if (stream->functions)
            __ordered_before(&stream->lock);
        stream->owner = NULL;
        __unlock_word(&stream->lock);
    }
}

int __try_stream(FILE *stream) {
    int *self = __errno_location();
    if (stream->owner != self) {
        if (__swap_if(&stream->lock, 0, 1, sizeof stream->lock) != 0)
            return -1;
        stream->owner = self;
    }
    stream->depth++;
    return 0;
}

void __let_go_of_all(void) {
    int *self = __errno_location();
    FILE *stream;
    for (stream = __streams; stream; stream = stream->next) {
        while (stream->owner == self)
            __let_go(stream);
    }
}

void __free_stream(FILE *stream) {
    stream->lock = 0;
    stream->owner = NULL;
    stream->depth = 0;
}

/* Makes buffer and kernel agree: writes what waits, gives back what was read ahead. */
int __sync(FILE *stream, int reason) {
    if (stream->write > stream->write_base && __flush(stream, reason) < 0)
        return EOF;
    if (stream->read != stream->read_end) {
        long ahead = stream->read - stream->read_end;
        if (__move_to(stream, ahead, SEEK_CUR) >= 0)
            stream->read_end = stream->read;
        else if (errno != ESPIPE)
            return EOF;
    }
    return 0;
}

/* A buffer of null makes the stream unbuffered. */
int __set_buffer(FILE *stream, char *buffer, size_t size) {
    if (__sync(stream, _FOR_SETVBUF) < 0)
        return EOF;
    if (stream->flags & _ALLOCATED)
        free(stream->buffer);
    stream->flags &= ~(_ALLOCATED | _UNBUFFERED | _USER_BUFFER);
    if (!buffer || size == 0) {
        stream->flags |= _UNBUFFERED;
        buffer = stream->small;
        size = 1;
    } else {
        stream->flags |= _USER_BUFFER;
    }
    stream->buffer = buffer;
    stream->buffer_end = buffer + size;
    stream->write_base = stream->write = stream->write_end = buffer;
    stream->read_base = stream->read = stream->read_end = buffer;
    return 0;
}

/* What exit does to streams. Giving back what was read ahead moves a file's offset, the parent's too. */
void __close_down(void) {
    FILE *stream;
    __flush_all(_FOR_EXIT);
    for (stream = __streams; stream; stream = stream->next) {
        if (!(stream->flags & _UNBUFFERED) && (stream->flags & _USED)) {
            __drop_pushed_back(stream);
            __sync(stream, _FOR_EXIT);
        }
    }
}

void __drop_pushed_back(FILE *stream) {
    if (stream->flags & _PUSHED_BACK) {
        stream->flags &= ~_PUSHED_BACK;
        stream->read_base = stream->saved_base;
        stream->read = stream->saved;
        stream->read_end = stream->saved_end;
    }
}

/* Makes sure that a character can be read at read, which it returns, or EOF. */
int __underflow(FILE *stream) {
    ssize_t count;
    stream->flags |= _USED;
    if (stream->flags & _PUTTING) {
        if (stream->write > stream->write_base && __flush(stream, _FOR_READ) < 0)
            return EOF;
        if (stream->write > stream->read_end)
            stream->read_end = stream->write;
        stream->read_base = stream->buffer;
        stream->read = stream->write;
        stream->write_base = stream->write_end = stream->write;
        stream->flags &= ~_PUTTING;
    }
    if (stream->read < stream->read_end)
        return (unsigned char)*stream->read;
    if (stream->flags & _PUSHED_BACK) {
        __drop_pushed_back(stream);
        if (stream->read < stream->read_end)
            return (unsigned char)*stream->read;
    }
    if (stream->flags & (_AT_END | _TEXT))
        return EOF;
    if (stream->flags & _NO_READS) {
        stream->flags |= _FAILED;
        errno = EBADF;
        return EOF;
    }
    if (!stream->buffer)
        __allocate_buffer(stream);
    if (stream->flags & (_LINES | _UNBUFFERED)) {
        /* A prompt is to be seen before an answer is waited for. */
        if (stdout->flags & _LINES)
            __flush(stdout, _FOR_READ);
    }
    stream->read_base = stream->read = stream->read_end = stream->buffer;
    stream->write_base = stream->write = stream->write_end = stream->buffer;
    count = __read_from(stream, stream->buffer, stream->buffer_end - stream->buffer);
    if (count <= 0) {
        stream->flags |= count == 0 ? _AT_END : _FAILED;
        return EOF;
    }
    stream->read_end += count;
    return (unsigned char)*stream->read;
}
