/* Formats of printf. What is put into a stream, and in which pieces, is as glibc 2.36 does it. */
#include <bits/format.h>
#include <bits/messages.h>
#include <bits/stream.h>
#include <errno.h>
#include <limits.h>
#include <string.h>

#define _LEFT 1
#define _PLUS 2
#define _SPACE 4
#define _ALTERNATIVE 8
#define _ZEROS 16

/* Copies of fewer bytes are made here: a call of memcpy is dearer. */
#define _FEW 24

/* A conversion specification, and the slots of the arguments. */
struct directive {
    const char *at;     /* the byte of the format that is read next */
    char *first;
    char *next;
    long position;      /* 2 in %2$d, or 0 */
    int flags;
    int width;
    int precision;      /* or -1 */
    int size;           /* of an integer, in bytes */
    int long_double;
    int too_large;
    int conversion;
};

/* What it makes of its argument, from left to right; spaces are before it and after. */
struct field {
    long before;
    char prefix[4];
    long prefix_length;
    long zeros;
    const char *body;
    long length;
    long more_zeros;
    const char *suffix;
    long suffix_length;
    long after;
};

static char *copy(char *to, const char *from, long count) {
    if (count >= _FEW) {
        memcpy(to, from, count);
        return to + count;
    }
    for (; count >= 8; count -= 8) {
        *(long *)to = *(const long *)from;
        to += 8;
        from += 8;
    }
    for (; count > 0; count--)
        *to++ = *from++;
    return to;
}

static char *fill(char *to, int c, long count) {
    if (count >= _FEW) {
        memset(to, c, count);
        return to + count;
    }
    while (count-- > 0)
        *to++ = c;
    return to;
}

static char *put_all(char *to, struct field *f) {
    if (f->before)
        to = fill(to, ' ', f->before);
    if (f->prefix_length)
        to = copy(to, f->prefix, f->prefix_length);
    if (f->zeros)
        to = fill(to, '0', f->zeros);
    to = copy(to, f->body, f->length);
    if (f->more_zeros)
        to = fill(to, '0', f->more_zeros);
    if (f->suffix_length)
        to = copy(to, f->suffix, f->suffix_length);
    return f->after ? fill(to, ' ', f->after) : to;
}

static int fail(int error) {
    errno = error;
    return -1;
}

/* Counts bytes; a result beyond int is an error. */
static int counted(struct __sink *sink, long length) {
    sink->count += length;
    return sink->count > INT_MAX ? fail(EOVERFLOW) : 0;
}

/* As many of them as there is room for. */
static void copy_some(struct __sink *sink, const char *from, long count) {
    if (count > sink->room)
        count = sink->room;
    sink->to = copy(sink->to, from, count);
    sink->room -= count;
}

static void fill_some(struct __sink *sink, int c, long count) {
    if (count > sink->room)
        count = sink->room;
    sink->to = fill(sink->to, c, count);
    sink->room -= count;
}

/* How many bytes a stream's buffer takes before something must be written. */
static long room_of(FILE *stream) {
    long room = 0;
    if (stream->flags & _PUTTING)
        room = (stream->flags & _LINES ? stream->buffer_end : stream->write_end) - stream->write;
    return room < 0 ? 0 : room;
}

/* A line-buffered stream writes up to the last newline of what has just been put into its buffer. */
static int flush_lines(FILE *stream, long length, long after) {
    char *end = stream->write - after;
    char *rest = end;
    while (length-- > 0) {
        if (*--rest == '\n') {
            rest++;
            length = stream->write - rest;
            stream->write = rest;
            if (__flush(stream, _FOR_NEWLINE) < 0)
                return -1;
            memmove(stream->write, rest, length);
            stream->write += length;
            return 0;
        }
    }
    return 0;
}

/* Bytes of the program, with spaces around them. */
static int put_text(struct __sink *sink, long before, const char *text, long length, long after) {
    FILE *stream = sink->stream;
    long all = before + length + after;
    if (counted(sink, all) < 0)
        return -1;
    if (!stream) {
        if (before)
            fill_some(sink, ' ', before);
        copy_some(sink, text, length);
        if (after)
            fill_some(sink, ' ', after);
        return 0;
    }
    if (all <= room_of(stream)) {
        char *to = stream->write;
        if (before)
            to = fill(to, ' ', before);
        to = copy(to, text, length);
        stream->write = after ? fill(to, ' ', after) : to;
        return stream->flags & _LINES ? flush_lines(stream, length, after) : 0;
    }
    if (before > 0 && __put_spaces(stream, before) < 0)
        return -1;
    if (__put(stream, text, length) != length)
        return -1;
    return after > 0 ? __put_spaces(stream, after) : 0;
}

/* What is put into a stream in pieces of 64 bytes. */
struct pieces {
    FILE *stream;
    int used;
    char bytes[64];
};

static int put_piece(struct pieces *pieces) {
    int used = pieces->used;
    pieces->used = 0;
    return __put(pieces->stream, pieces->bytes, used) == used ? 0 : -1;
}

/* So many bytes: from is where they lie, or NULL and they are all c. */
static int put_part(struct pieces *pieces, const char *from, int c, long count) {
    while (count-- > 0) {
        if (pieces->used == sizeof pieces->bytes && put_piece(pieces) < 0)
            return -1;
        pieces->bytes[pieces->used++] = from ? *from++ : c;
    }
    return 0;
}

static int put_in_pieces(FILE *stream, struct field *f) {
    struct pieces pieces;
    pieces.stream = stream;
    pieces.used = 0;
    if (put_part(&pieces, NULL, ' ', f->before) < 0 || put_part(&pieces, f->prefix, 0, f->prefix_length) < 0
            || put_part(&pieces, NULL, '0', f->zeros) < 0 || put_part(&pieces, f->body, 0, f->length) < 0
            || put_part(&pieces, NULL, '0', f->more_zeros) < 0
            || put_part(&pieces, f->suffix, 0, f->suffix_length) < 0 || put_part(&pieces, NULL, ' ', f->after) < 0)
        return -1;
    return put_piece(&pieces);
}

static long length_of(struct field *f) {
    return f->prefix_length + f->zeros + f->length + f->more_zeros + f->suffix_length;
}

/* A field that is no text of the program's, as wide as it is wanted. */
static int put_field(struct __sink *sink, struct directive *d, struct field *f, int with_zeros) {
    long length = length_of(f);
    long missing = d->width - length;
    if (missing > 0) {
        length = d->width;
        if (d->flags & _LEFT)
            f->after = missing;
        else if (with_zeros)
            f->zeros += missing;
        else
            f->before = missing;
    }
    if (counted(sink, length) < 0)
        return -1;
    if (!sink->stream) {
        if (length <= sink->room) {
            sink->to = put_all(sink->to, f);
            sink->room -= length;
            return 0;
        }
        fill_some(sink, ' ', f->before);
        copy_some(sink, f->prefix, f->prefix_length);
        fill_some(sink, '0', f->zeros);
        copy_some(sink, f->body, f->length);
        fill_some(sink, '0', f->more_zeros);
        copy_some(sink, f->suffix, f->suffix_length);
        fill_some(sink, ' ', f->after);
        return 0;
    }
    if (length <= room_of(sink->stream)) {
        sink->stream->write = put_all(sink->stream->write, f);
        return 0;
    }
    return put_in_pieces(sink->stream, f);
}

static void clear(struct field *f) {
    f->before = f->prefix_length = f->zeros = f->length = f->more_zeros = f->suffix_length = f->after = 0;
}

/* Directives. */

static int number(struct directive *d) {
    long number = 0;
    while (*d->at >= '0' && *d->at <= '9') {
        number = number * 10 + *d->at++ - '0';
        if (number >= INT_MAX) {
            d->too_large = 1;
            number = 0;
        }
    }
    return number;
}

/* The number of *, or of *2$. */
static int star(struct directive *d) {
    const char *from = ++d->at;
    int position = number(d);
    if (position > 0 && *d->at == '$') {
        d->at++;
        return *(int *)(d->first + 8l * (position - 1));
    }
    d->at = from;
    d->next += 8;
    return *(int *)(d->next - 8);
}

static void read_flags(struct directive *d) {
    for (;; d->at++) {
        switch (*d->at) {
        case '-': d->flags |= _LEFT; break;
        case '+': d->flags |= _PLUS; break;
        case ' ': d->flags |= _SPACE; break;
        case '#': d->flags |= _ALTERNATIVE; break;
        case '0': d->flags |= _ZEROS; break;
        case '\'': case 'I': break; /* the C locale groups no digits and has no others */
        default: return;
        }
    }
}

static void read_size(struct directive *d) {
    switch (*d->at) {
    case 'h':
        d->size = 2;
        if (*++d->at == 'h') {
            d->size = 1;
            d->at++;
        }
        break;
    case 'l':
        d->size = 8;
        if (*++d->at == 'l')
            d->at++;
        break;
    case 'L':
        d->long_double = 1;
        /* falls through */
    case 'j': case 'z': case 'Z': case 't': case 'q':
        d->size = 8;
        d->at++;
    }
}

/* From behind the percent sign on. */
static void read_directive(struct directive *d) {
    int c = *d->at;
    d->position = 0;
    d->flags = d->width = d->long_double = d->too_large = 0;
    d->precision = -1;
    d->size = 4;
    if (c < 'a' || c == 'h' || c == 'l' || c == 'j' || c == 'q' || c == 't' || c == 'z') {
        if (c >= '1' && c <= '9') {
            const char *from = d->at;
            int position = number(d);
            if (*d->at == '$') {
                d->position = position;
                d->at++;
            } else {
                d->at = from;
                d->too_large = 0;
            }
        }
        read_flags(d);
        if (*d->at == '*') {
            d->width = star(d);
            if (d->width < 0) {
                d->flags |= _LEFT;
                d->width = -d->width;
                d->too_large |= d->width < 0 || d->width == INT_MAX;
            }
        } else {
            d->width = number(d);
        }
        if (*d->at == '.') {
            if (*++d->at == '*') {
                d->precision = star(d);
                if (d->precision < -1)
                    d->precision = -1;
            } else {
                d->precision = number(d);
            }
        }
        read_size(d);
    }
    d->conversion = (unsigned char)*d->at;
    if (d->conversion)
        d->at++;
}

static char *take(struct directive *d) {
    if (d->position > 0)
        return d->first + 8 * (d->position - 1);
    d->next += 8;
    return d->next - 8;
}

/* Conversions. */

static void sign(struct directive *d, struct field *f, int negative) {
    if (negative)
        f->prefix[f->prefix_length++] = '-';
    else if (d->flags & _PLUS)
        f->prefix[f->prefix_length++] = '+';
    else if (d->flags & _SPACE)
        f->prefix[f->prefix_length++] = ' ';
}

/* The digits of a number, the last of which ends at the given place. */
static char *decimal(char *end, unsigned long value) {
    unsigned low;
    unsigned tenth;
    for (; value > UINT_MAX; value /= 10)
        *--end = '0' + value % 10;
    for (low = value; low >= 10; low = tenth) {
        tenth = low / 10;
        *--end = '0' + low - tenth * 10;
    }
    *--end = '0' + low;
    return end;
}

static char *binary(char *end, unsigned long value, int bits, const char *digits) {
    do {
        *--end = digits[value & ((1 << bits) - 1)];
        value >>= bits;
    } while (value);
    return end;
}

static int put_digits(struct __sink *sink, struct directive *d, struct field *f, const char *start, const char *end) {
    f->body = start;
    f->length = end - start;
    if (d->precision > f->length)
        f->zeros = d->precision - f->length;
    return put_field(sink, d, f, d->precision < 0 && (d->flags & (_ZEROS | _LEFT)) == _ZEROS);
}

static int put_number(struct __sink *sink, struct directive *d, struct field *f, int base, unsigned long value) {
    char digits[72];
    char *end = digits + sizeof digits;
    char *start = end;
    const char *kind = d->conversion == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    if (value == 0 && d->precision == 0)
        ;
    else if (base == 10)
        start = decimal(end, value);
    else
        start = binary(end, value, base == 16 ? 4 : base == 8 ? 3 : 1, kind);
    if (d->flags & _ALTERNATIVE) {
        if (base == 8 && d->precision <= end - start && (start == end || *start != '0'))
            *--start = '0';
        if ((base == 16 || base == 2) && value != 0) {
            f->prefix[0] = '0';
            f->prefix[1] = d->conversion;
            f->prefix_length = 2;
        }
    }
    return put_digits(sink, d, f, start, end);
}

static int put_signed(struct __sink *sink, struct directive *d, struct field *f) {
    char *slot = take(d);
    long value;
    switch (d->size) {
    case 1: value = *(signed char *)slot; break;
    case 2: value = *(short *)slot; break;
    case 8: value = *(long *)slot; break;
    default: value = *(int *)slot;
    }
    sign(d, f, value < 0);
    return put_number(sink, d, f, 10, value < 0 ? -(unsigned long)value : value);
}

static int put_unsigned(struct __sink *sink, struct directive *d, struct field *f, int base) {
    char *slot = take(d);
    unsigned long value;
    switch (d->size) {
    case 1: value = *(unsigned char *)slot; break;
    case 2: value = *(unsigned short *)slot; break;
    case 8: value = *(unsigned long *)slot; break;
    default: value = *(unsigned *)slot;
    }
    return put_number(sink, d, f, base, value);
}

/* A text that is not the program's. */
static int put_word(struct __sink *sink, struct directive *d, struct field *f, const char *word) {
    f->body = word;
    f->length = strlen(word);
    return put_field(sink, d, f, 0);
}

static int put_pointer(struct __sink *sink, struct directive *d, struct field *f) {
    char digits[16];
    char *end = digits + sizeof digits;
    unsigned long value = *(unsigned long *)take(d);
    if (value == 0)
        return put_word(sink, d, f, "(nil)");
    sign(d, f, 0);
    f->prefix[f->prefix_length++] = '0';
    f->prefix[f->prefix_length++] = 'x';
    return put_digits(sink, d, f, binary(end, value, 4, "0123456789abcdef"), end);
}

static const char *null_text(struct directive *d) {
    return d->precision < 0 || d->precision >= 6 ? "(null)" : "";
}

static int put_bytes(struct __sink *sink, struct directive *d, const char *text, long length) {
    long missing = d->width - length;
    if (missing < 0)
        missing = 0;
    if (d->flags & _LEFT)
        return put_text(sink, 0, text, length, missing);
    return put_text(sink, missing, text, length, 0);
}

/* Of a short text it is found here: a call of strlen is dearer. */
static long text_length(const char *text) {
    long length = 0;
    while (length < _FEW && text[length])
        length++;
    return length < _FEW ? length : length + strlen(text + _FEW);
}

static int put_string(struct __sink *sink, struct directive *d, struct field *f) {
    const char *text = *(const char **)take(d);
    if (!text)
        return put_word(sink, d, f, null_text(d));
    return put_bytes(sink, d, text, d->precision < 0 ? text_length(text) : strnlen(text, d->precision));
}

/* In the C locale a wide character is a byte of ASCII or an error. */
static int put_wide_string(struct __sink *sink, struct directive *d, struct field *f) {
    const int *text = *(const int **)take(d);
    char bytes[1024];
    long length = 0;
    if (!text)
        return put_word(sink, d, f, null_text(d));
    for (; length != d->precision && text[length]; length++) {
        if (text[length] < 0 || text[length] > 127 || length >= sizeof bytes)
            return fail(EILSEQ);
        bytes[length] = text[length];
    }
    f->body = bytes;
    f->length = length;
    return put_field(sink, d, f, 0);
}

static int put_double(struct __sink *sink, struct directive *d, struct field *f) {
    struct __shown shown;
    char *slot = take(d);
    double value = *(double *)slot;
    int upper = d->conversion < 'a';
    /* A long double has two slots. */
    if (d->long_double && d->position == 0)
        d->next += 8;
    sign(d, f, *(long *)slot < 0);
    if (value < 0)
        value = -value;
    if (value != value)
        return put_word(sink, d, f, upper ? "NAN" : "nan");
    if (value > 1.7976931348623157e308)
        return put_word(sink, d, f, upper ? "INF" : "inf");
    if ((d->conversion | 32) == 'a') {
        f->prefix[f->prefix_length++] = '0';
        f->prefix[f->prefix_length++] = upper ? 'X' : 'x';
    }
    *(long *)&value &= 0x7fffffffffffffff;
    __show_double(value, d->conversion, d->precision, d->flags & _ALTERNATIVE, &shown);
    f->body = shown.digits;
    f->length = shown.length;
    f->more_zeros = shown.zeros;
    f->suffix = shown.suffix;
    f->suffix_length = shown.suffix_length;
    return put_field(sink, d, f, (d->flags & (_ZEROS | _LEFT)) == _ZEROS);
}

static void put_count(struct __sink *sink, struct directive *d) {
    char *to = *(char **)take(d);
    switch (d->size) {
    case 1: *to = sink->count; break;
    case 2: *(short *)to = sink->count; break;
    case 8: *(long *)to = sink->count; break;
    default: *(int *)to = sink->count;
    }
}

/* What no conversion is known for comes out as glibc understood it. */
static int put_unknown(struct __sink *sink, struct directive *d, struct field *f) {
    char text[40];
    char digits[12];
    char *to = text;
    char *start;
    *to++ = '%';
    if (d->flags & _ALTERNATIVE)
        *to++ = '#';
    if (d->flags & _PLUS)
        *to++ = '+';
    else if (d->flags & _SPACE)
        *to++ = ' ';
    if (d->flags & _LEFT)
        *to++ = '-';
    else if (d->flags & _ZEROS)
        *to++ = '0';
    if (d->width) {
        start = decimal(digits + 12, d->width);
        to = copy(to, start, digits + 12 - start);
    }
    if (d->precision >= 0) {
        *to++ = '.';
        start = decimal(digits + 12, d->precision);
        to = copy(to, start, digits + 12 - start);
    }
    *to++ = d->conversion;
    d->width = 0;
    f->body = text;
    f->length = to - text;
    return put_field(sink, d, f, 0);
}

static int put_message(struct __sink *sink, struct directive *d, struct field *f) {
    char text[80];
    __error_message(errno, text);
    return put_word(sink, d, f, text);
}

static int put_argument(struct __sink *sink, struct directive *d) {
    struct field f;
    clear(&f);
    switch (d->conversion) {
    case 'd': case 'i':
        return put_signed(sink, d, &f);
    case 'u':
        return put_unsigned(sink, d, &f, 10);
    case 'x': case 'X':
        return put_unsigned(sink, d, &f, 16);
    case 'o':
        return put_unsigned(sink, d, &f, 8);
    case 'b': case 'B':
        return put_unsigned(sink, d, &f, 2);
    case 'c': case 'C':
        return put_bytes(sink, d, take(d), 1);
    case 's':
        return d->size == 8 ? put_wide_string(sink, d, &f) : put_string(sink, d, &f);
    case 'S':
        return put_wide_string(sink, d, &f);
    case 'p':
        return put_pointer(sink, d, &f);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'a': case 'A':
        return put_double(sink, d, &f);
    case 'm':
        return put_message(sink, d, &f);
    case 'n':
        put_count(sink, d);
        return 0;
    case '%':
        return put_text(sink, 0, d->at - 1, 1, 0);
    case 0:
        return fail(EINVAL);
    default:
        return put_unknown(sink, d, &f);
    }
}

/* %d with no flags, width or precision; says how many bytes that is. */
static long put_decimal(char *to, long value) {
    char digits[_FEW];
    char *end = digits + sizeof digits;
    char *start = decimal(end, value < 0 ? -value : value);
    if (value < 0)
        *--start = '-';
    copy(to, start, end - start);
    return end - start;
}

/*
 * The text of the format and its commonest directives, as far as there is room for them and no line is to be written.
 * Where the next bytes go is looked up for each piece: a signal's handler may have printed in between.
 */
static int put_plain(struct __sink *sink, struct directive *d) {
    FILE *stream = sink->stream;
    char **to = stream ? &stream->write : &sink->to;
    char *first = *to;
    char *end = first;
    long count = 0;
    if (!stream)
        end += sink->room < INT_MAX ? sink->room : INT_MAX;
    else if (!(stream->flags & _LINES))
        end += room_of(stream);
    if (end == first)
        return 0;
    for (;;) {
        const char *text = d->at;
        const char *at = text;
        long length;
        int c = *at;
        while (c && c != '%')
            c = *++at;
        length = at - text;
        if (length > end - *to)
            break;
        if (length) {
            *to = copy(*to, text, length);
            count += length;
            d->at = at;
        }
        if (!c)
            break;
        c = at[1];
        if (c == 'd') {
            if (end - *to < _FEW)
                break;
            length = put_decimal(*to, *(int *)d->next);
        } else if (c == 's' && *(const char **)d->next) {
            text = *(const char **)d->next;
            length = text_length(text);
            if (length > end - *to)
                break;
            copy(*to, text, length);
        } else {
            break;
        }
        *to += length;
        count += length;
        d->at += 2;
        d->next += 8;
    }
    if (!stream)
        sink->room -= count;
    return counted(sink, count);
}

/* Returns how many bytes there are, or -1. */
int __format(struct __sink *sink, const char *format, va_list arguments) {
    struct directive d;
    d.at = format;
    d.first = d.next = arguments;
    for (;;) {
        const char *text;
        if (put_plain(sink, &d) < 0)
            return -1;
        text = d.at;
        while (*d.at && *d.at != '%')
            d.at++;
        if (d.at > text && put_text(sink, 0, text, d.at - text, 0) < 0)
            return -1;
        if (!*d.at)
            return sink->count;
        d.at++;
        read_directive(&d);
        if (d.too_large)
            return fail(EOVERFLOW);
        if (put_argument(sink, &d) < 0)
            return -1;
    }
}
