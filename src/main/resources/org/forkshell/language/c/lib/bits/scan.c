/* The scanf family. A character that does not fit is given back; of what was taken for a number nothing else is. */
#include <bits/scan.h>
#include <bits/stream.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define _NUMBER_SIZE 1100

struct __scanning {
    FILE *stream;
    long count;
    /* How many characters the field may still take. */
    long width;
    /* The characters of a number, as far as they matter. */
    int length;
    char number[_NUMBER_SIZE + 2];
};

static int __next(struct __scanning *scan) {
    FILE *stream = scan->stream;
    int c;
    if (stream->read < stream->read_end)
        c = (unsigned char)*stream->read++;
    else
        c = getc(stream);
    if (c >= 0)
        scan->count++;
    return c;
}

static void __give_back(struct __scanning *scan, int c) {
    if (c >= 0) {
        scan->count--;
        ungetc(c, scan->stream);
    }
}

static int __is_space(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
}

/* Skips white space; the character behind it. */
static int __skip_space(struct __scanning *scan) {
    int c;
    do
        c = __next(scan);
    while (__is_space(c));
    return c;
}

/* Takes the character into the number; the next one, or -2 if the field is full. */
static int __take(struct __scanning *scan, int c) {
    if (scan->length < _NUMBER_SIZE)
        scan->number[scan->length++] = c;
    if (--scan->width <= 0)
        return -2;
    return __next(scan);
}

static int __digit_of(int c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 99;
}

/* Collects an integer; the base, or 0 if there is none. */
static int __collect_integer(struct __scanning *scan, int c, int base) {
    int digits = 0;
    scan->length = 0;
    if (c == '-' || c == '+')
        c = __take(scan, c);
    if (c == '0' && (base == 0 || base == 16)) {
        c = __take(scan, c);
        digits = 1;
        if (c == 'x' || c == 'X') {
            c = __take(scan, c);
            base = 16;
            digits = 0;
        } else if (base == 0) {
            base = 8;
        }
    }
    if (base == 0)
        base = 10;
    while (c >= 0 && __digit_of(c) < base) {
        c = __take(scan, c);
        digits = 1;
    }
    __give_back(scan, c);
    scan->number[scan->length] = 0;
    /* "0x" alone is a zero for glibc, though the x is gone. */
    if (!digits && !(base == 16 && scan->length > 1))
        return 0;
    return base;
}

/* Takes a word without regard to case as far as it goes; whether all of it came. */
static int __take_word(struct __scanning *scan, int *c, const char *word) {
    for (; *word; word++) {
        if (*c < 0 || (*c | 32) != *word)
            return 0;
        *c = __take(scan, *c);
    }
    return 1;
}

/* Collects a floating-point number; whether it is one. For glibc "1e" is. */
static int __collect_floating(struct __scanning *scan, int c) {
    int digits = 0;
    int most = 9;
    int exponent = 'e';
    int ok = 1;
    scan->length = 0;
    if (c == '-' || c == '+')
        c = __take(scan, c);
    if (c >= 0 && (c | 32) == 'i') {
        ok = __take_word(scan, &c, "inf");
        if (ok && c >= 0 && (c | 32) == 'i')
            ok = __take_word(scan, &c, "inity");
        digits = 1;
    } else if (c >= 0 && (c | 32) == 'n') {
        ok = __take_word(scan, &c, "nan");
        digits = 1;
    } else {
        if (c == '0') {
            c = __take(scan, c);
            digits = 1;
            if (c == 'x' || c == 'X') {
                c = __take(scan, c);
                most = 15;
                exponent = 'p';
                digits = 0;
            }
        }
        while (c >= 0 && __digit_of(c) <= most) {
            c = __take(scan, c);
            digits = 1;
        }
        if (c == '.') {
            c = __take(scan, c);
            while (c >= 0 && __digit_of(c) <= most) {
                c = __take(scan, c);
                digits = 1;
            }
        }
        if (digits && c >= 0 && (c | 32) == exponent) {
            c = __take(scan, c);
            if (c == '-' || c == '+')
                c = __take(scan, c);
            while (c >= '0' && c <= '9')
                c = __take(scan, c);
        }
    }
    __give_back(scan, c);
    scan->number[scan->length] = 0;
    return ok && digits;
}

static void __store_integer(void *to, int size, unsigned long value) {
    switch (size) {
    case 1:
        *(char *)to = value;
        break;
    case 2:
        *(short *)to = value;
        break;
    case 4:
        *(int *)to = value;
        break;
    default:
        *(long *)to = value;
    }
}

/* Which characters %[…] wants; behind its bracket. */
static const char *__read_set(const char *format, char *set) {
    int wanted = 1;
    if (*format == '^') {
        wanted = 0;
        format++;
    }
    memset(set, !wanted, 256);
    if (*format == ']')
        set[(unsigned char)*format++] = wanted;
    for (; *format && *format != ']'; format++) {
        if (*format == '-' && format[1] && format[1] != ']') {
            int c = (unsigned char)format[-1];
            for (; c <= (unsigned char)format[1]; c++)
                set[c] = wanted;
        } else {
            set[(unsigned char)*format] = wanted;
        }
    }
    return *format ? format + 1 : format;
}

int __scan(FILE *stream, const char *format, va_list arguments) {
    struct __scanning scan;
    va_list first = arguments;
    char set[256];
    int done = 0;
    int c;
    scan.stream = stream;
    scan.count = 0;
    while (*format) {
        int suppress = 0;
        int allocate = 0;
        int size = 4;
        int base = 10;
        char conversion;
        void *to = NULL;
        if (__is_space(*format)) {
            while (__is_space(*format))
                format++;
            __give_back(&scan, __skip_space(&scan));
            continue;
        }
        if (*format != '%' || format[1] == '%') {
            if (*format == '%') {
                format++;
                c = __skip_space(&scan);
            } else {
                c = __next(&scan);
            }
            if (c < 0)
                return done ? done : EOF;
            if (c != (unsigned char)*format) {
                __give_back(&scan, c);
                return done;
            }
            format++;
            continue;
        }
        format++;
        scan.width = 0;
        while (*format >= '0' && *format <= '9')
            scan.width = scan.width * 10 + *format++ - '0';
        if (*format == '$') {
            format++;
            arguments = first + 8 * (scan.width - 1);
            scan.width = 0;
        }
        if (*format == '*') {
            suppress = 1;
            format++;
        }
        while (*format == '\'' || *format == 'I')
            format++;
        while (*format >= '0' && *format <= '9')
            scan.width = scan.width * 10 + *format++ - '0';
        if (*format == 'm') {
            allocate = 1;
            format++;
        }
        for (;; format++) {
            if (*format == 'h')
                size = size == 2 ? 1 : 2;
            else if (*format == 'l' || *format == 'j' || *format == 'z' || *format == 't' || *format == 'q' || *format == 'L')
                size = 8;
            else
                break;
        }
        conversion = *format;
        if (!conversion)
            return done;
        format++;
        if (!suppress)
            to = va_arg(arguments, void *);
        if (conversion == 'n') {
            if (!suppress)
                __store_integer(to, size, scan.count);
            continue;
        }
        if (conversion == 'c' || conversion == 's' || conversion == '[') {
            long length = 0;
            long room = 0;
            char *text = to;
            if (conversion == 'c') {
                if (scan.width == 0)
                    scan.width = 1;
                c = __next(&scan);
            } else if (conversion == 's') {
                c = __skip_space(&scan);
            } else {
                format = __read_set(format, set);
                c = __next(&scan);
            }
            if (scan.width == 0)
                scan.width = 0x7fffffffffffffff;
            if (c < 0)
                return done ? done : EOF;
            if (conversion == '[' && !set[c]) {
                __give_back(&scan, c);
                return done;
            }
            if (allocate && !suppress) {
                room = 100;
                text = malloc(room);
            }
            while (c >= 0 && (conversion == 'c' || (conversion == 's' ? !__is_space(c) : set[c]))) {
                if (!suppress) {
                    if (allocate && length + 2 > room) {
                        room *= 2;
                        text = realloc(text, room);
                    }
                    if (!text)
                        return done ? done : EOF;
                    text[length] = c;
                }
                length++;
                if (--scan.width == 0) {
                    c = -2;
                    break;
                }
                c = __next(&scan);
            }
            __give_back(&scan, c);
            if (!suppress) {
                if (conversion != 'c')
                    text[length] = 0;
                if (allocate)
                    *(char **)to = text;
                done++;
            }
            continue;
        }
        switch (conversion) {
        case 'd':
        case 'u':
            base = 10;
            break;
        case 'i':
            base = 0;
            break;
        case 'o':
            base = 8;
            break;
        case 'p':
            size = 8;
        case 'x':
        case 'X':
            base = 16;
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case 'a':
        case 'A':
            base = -1;
            break;
        default:
            return done;
        }
        if (scan.width == 0)
            scan.width = 0x7fffffffffffffff;
        c = __skip_space(&scan);
        if (c < 0)
            return done ? done : EOF;
        if (base >= 0) {
            base = __collect_integer(&scan, c, base);
            if (!base)
                return done;
            if (!suppress) {
                if (conversion == 'd' || conversion == 'i')
                    __store_integer(to, size, strtol(scan.number, NULL, base));
                else
                    __store_integer(to, size, strtoul(scan.number, NULL, base));
                done++;
            }
        } else {
            if (!__collect_floating(&scan, c))
                return done;
            if (!suppress) {
                if (size == 8)
                    *(double *)to = strtod(scan.number, NULL);
                else
                    *(float *)to = strtof(scan.number, NULL);
                done++;
            }
        }
    }
    return done;
}
