/* Streams on memory. */
#include <bits/files.h>
#include <bits/memory.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct __memory {
    char *bytes;
    size_t size;
    size_t length;
    size_t position;
    int appends;
    int owned;
    /* Where the program looks for a buffer that grows; null for one that does not. */
    char **where;
    size_t *how_much;
};

static ssize_t __read_memory(void *cookie, char *to, size_t count) {
    struct __memory *memory = cookie;
    size_t left = memory->position < memory->length ? memory->length - memory->position : 0;
    if (count > left)
        count = left;
    memcpy(to, memory->bytes + memory->position, count);
    memory->position += count;
    return count;
}

/* What does not fit is lost, and there is room for the null that ends a text. */
static ssize_t __write_memory(void *cookie, const char *bytes, size_t count) {
    struct __memory *memory = cookie;
    size_t room;
    int null;
    if (memory->appends)
        memory->position = memory->length;
    null = count == 0 || bytes[count - 1] != 0;
    room = memory->size - memory->position - null;
    if ((ssize_t)room < (ssize_t)count) {
        if ((ssize_t)room <= 0) {
            errno = ENOSPC;
            return 0;
        }
        count = room;
    }
    memcpy(memory->bytes + memory->position, bytes, count);
    memory->position += count;
    if (memory->position > memory->length) {
        memory->length = memory->position;
        if (null)
            memory->bytes[memory->length] = 0;
    }
    return count;
}

static int __seek_memory(void *cookie, off_t *offset, int from) {
    struct __memory *memory = cookie;
    long start = from == SEEK_SET ? 0 : from == SEEK_CUR ? memory->position : memory->length;
    if (start + *offset < 0 || (!memory->where && start + *offset > memory->size)) {
        errno = EINVAL;
        return -1;
    }
    *offset += start;
    memory->position = *offset;
    if (memory->where)
        *memory->how_much = memory->position < memory->length ? memory->position : memory->length;
    return 0;
}

static int __close_memory(void *cookie) {
    struct __memory *memory = cookie;
    if (memory->owned)
        free(memory->bytes);
    free(memory);
    return 0;
}

FILE *__stream_on_memory(void *bytes, size_t size, const char *mode) {
    cookie_io_functions_t functions = {__read_memory, __write_memory, __seek_memory, __close_memory};
    struct __memory *memory = calloc(1, sizeof *memory);
    FILE *stream;
    if (!memory)
        return NULL;
    memory->bytes = bytes;
    memory->size = size;
    memory->appends = *mode == 'a';
    if (!bytes) {
        memory->owned = 1;
        memory->bytes = calloc(1, size + 1);
    } else if (*mode == 'w') {
        if (size > 0)
            memory->bytes[0] = 0;
    } else {
        memory->length = *mode == 'r' ? size : strnlen(bytes, size);
        if (*mode == 'r' && strchr(mode, '+'))
            memory->length = strnlen(bytes, size);
        if (*mode == 'a')
            memory->position = memory->length;
    }
    stream = memory->bytes ? __stream_with(memory, mode, &functions) : NULL;
    if (!stream)
        __close_memory(memory);
    return stream;
}

static ssize_t __grow_memory(void *cookie, const char *bytes, size_t count) {
    struct __memory *memory = cookie;
    size_t end = memory->position + count;
    if (end + 1 > memory->size) {
        size_t size = end + 1 > 2 * memory->size ? end + 1 : 2 * memory->size;
        char *more = realloc(memory->bytes, size);
        if (!more)
            return -1;
        memset(more + memory->size, 0, size - memory->size);
        memory->bytes = more;
        memory->size = size;
    }
    memcpy(memory->bytes + memory->position, bytes, count);
    memory->position = end;
    if (end > memory->length)
        memory->length = end;
    memory->bytes[memory->length] = 0;
    *memory->where = memory->bytes;
    *memory->how_much = memory->position;
    return count;
}

FILE *__stream_to_memory(char **bytes, size_t *size) {
    cookie_io_functions_t functions = {NULL, __grow_memory, __seek_memory, __close_memory};
    struct __memory *memory = calloc(1, sizeof *memory);
    FILE *stream;
    if (!memory)
        return NULL;
    memory->size = BUFSIZ;
    memory->bytes = calloc(1, BUFSIZ);
    stream = memory->bytes ? __stream_with(memory, "w", &functions) : NULL;
    if (!stream) {
        free(memory->bytes);
        free(memory);
        return NULL;
    }
    memory->where = bytes;
    memory->how_much = size;
    *bytes = memory->bytes;
    *size = 0;
    return stream;
}
