#include <bits/fill.h>
#include <bits/stream.h>

size_t __fbufsize(FILE *stream) {
    return stream->buffer_end - stream->buffer;
}

size_t __fpending(FILE *stream) {
    return stream->write - stream->write_base;
}

int __flbf(FILE *stream) {
    return (stream->flags & _LINES) != 0;
}

int __freadable(FILE *stream) {
    return (stream->flags & _NO_READS) == 0;
}

int __fwritable(FILE *stream) {
    return (stream->flags & _NO_WRITES) == 0;
}

int __freading(FILE *stream) {
    return (stream->flags & _NO_WRITES) != 0 || !(stream->flags & _PUTTING) && stream->read_base;
}

int __fwriting(FILE *stream) {
    return (stream->flags & (_NO_READS | _PUTTING)) != 0;
}

void __fpurge(FILE *stream) {
    __drop_pushed_back(stream);
    stream->read = stream->read_end;
    stream->write = stream->write_base;
}

void _flushlbf(void) {
    FILE *stream;
    for (stream = __streams; stream; stream = stream->next) {
        if ((stream->flags & _LINES) && stream->write > stream->write_base)
            __flush(stream, _FOR_FFLUSH);
    }
}
