/* Wide characters. There is the C locale only: a byte is a character, and those from 128 on have no wide one. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

size_t wcslen(const wchar_t *text) {
    size_t length = 0;
    while (text[length])
        length++;
    return length;
}

size_t wcsnlen(const wchar_t *text, size_t most) {
    size_t length = 0;
    while (length < most && text[length])
        length++;
    return length;
}

wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count) {
    return memcpy(to, from, count * sizeof(wchar_t));
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count) {
    return memmove(to, from, count * sizeof(wchar_t));
}

wchar_t *wmemset(wchar_t *to, wchar_t c, size_t count) {
    size_t i;
    for (i = 0; i < count; i++)
        to[i] = c;
    return to;
}

int wmemcmp(const wchar_t *a, const wchar_t *b, size_t count) {
    for (; count > 0; count--, a++, b++) {
        if (*a != *b)
            return *a < *b ? -1 : 1;
    }
    return 0;
}

wchar_t *wmemchr(const wchar_t *text, wchar_t c, size_t count) {
    for (; count > 0; count--, text++) {
        if (*text == c)
            return (wchar_t *)text;
    }
    return NULL;
}

wchar_t *wcscpy(wchar_t *to, const wchar_t *from) {
    return wmemcpy(to, from, wcslen(from) + 1);
}

wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t count) {
    size_t length = wcsnlen(from, count);
    wmemcpy(to, from, length);
    wmemset(to + length, 0, count - length);
    return to;
}

wchar_t *wcscat(wchar_t *to, const wchar_t *from) {
    wcscpy(to + wcslen(to), from);
    return to;
}

wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t most) {
    wchar_t *end = to + wcslen(to);
    size_t length = wcsnlen(from, most);
    wmemcpy(end, from, length);
    end[length] = 0;
    return to;
}

int wcsncmp(const wchar_t *a, const wchar_t *b, size_t most) {
    for (; most > 0; most--, a++, b++) {
        if (*a != *b)
            return *a < *b ? -1 : 1;
        if (!*a)
            break;
    }
    return 0;
}

int wcscmp(const wchar_t *a, const wchar_t *b) {
    return wcsncmp(a, b, 0x7fffffffffffffff);
}

int wcscoll(const wchar_t *a, const wchar_t *b) {
    return wcscmp(a, b);
}

int wcscasecmp(const wchar_t *a, const wchar_t *b) {
    while (*a && towlower(*a) == towlower(*b)) {
        a++;
        b++;
    }
    return (int)towlower(*a) - (int)towlower(*b);
}

wchar_t *wcschr(const wchar_t *text, wchar_t c) {
    return wmemchr(text, c, wcslen(text) + 1);
}

wchar_t *wcsrchr(const wchar_t *text, wchar_t c) {
    const wchar_t *found = NULL;
    do {
        if (*text == c)
            found = text;
    } while (*text++);
    return (wchar_t *)found;
}

wchar_t *wcsstr(const wchar_t *text, const wchar_t *part) {
    size_t length = wcslen(part);
    for (;; text++) {
        if (wcsncmp(text, part, length) == 0)
            return (wchar_t *)text;
        if (!*text)
            return NULL;
    }
}

static size_t __span(const wchar_t *text, const wchar_t *set, int inside) {
    size_t length = 0;
    while (text[length] && (wmemchr(set, text[length], wcslen(set)) != NULL) == inside)
        length++;
    return length;
}

size_t wcsspn(const wchar_t *text, const wchar_t *set) {
    return __span(text, set, 1);
}

size_t wcscspn(const wchar_t *text, const wchar_t *set) {
    return __span(text, set, 0);
}

wchar_t *wcspbrk(const wchar_t *text, const wchar_t *set) {
    text += __span(text, set, 0);
    return *text ? (wchar_t *)text : NULL;
}

wchar_t *wcstok(wchar_t *text, const wchar_t *set, wchar_t **rest) {
    wchar_t *end;
    if (!text)
        text = *rest;
    if (!text)
        return NULL;
    text += __span(text, set, 1);
    if (!*text) {
        *rest = NULL;
        return NULL;
    }
    end = text + __span(text, set, 0);
    *rest = *end ? end + 1 : NULL;
    *end = 0;
    return text;
}

wchar_t *wcsdup(const wchar_t *text) {
    size_t size = wcslen(text) + 1;
    wchar_t *copy = malloc(size * sizeof *copy);
    return copy ? wmemcpy(copy, text, size) : NULL;
}

/* Numbers are read from their narrow form; none that is valid has more than a hundred digits to look at. */
static void __narrow(const wchar_t *text, char to[400]) {
    int i;
    for (i = 0; i < 399 && text[i] > 0 && text[i] < 128; i++)
        to[i] = text[i];
    to[i] = 0;
}

long wcstol(const wchar_t *text, wchar_t **end, int base) {
    char narrow[400];
    char *stop;
    long value;
    __narrow(text, narrow);
    value = strtol(narrow, &stop, base);
    if (end)
        *end = (wchar_t *)text + (stop - narrow);
    return value;
}

unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base) {
    char narrow[400];
    char *stop;
    unsigned long value;
    __narrow(text, narrow);
    value = strtoul(narrow, &stop, base);
    if (end)
        *end = (wchar_t *)text + (stop - narrow);
    return value;
}

double wcstod(const wchar_t *text, wchar_t **end) {
    char narrow[400];
    char *stop;
    double value;
    __narrow(text, narrow);
    value = strtod(narrow, &stop);
    if (end)
        *end = (wchar_t *)text + (stop - narrow);
    return value;
}

wint_t btowc(int c) {
    return c >= 0 && c < 128 ? c : WEOF;
}

int wctob(wint_t c) {
    return c < 128 ? (int)c : -1;
}

int mbsinit(const mbstate_t *state) {
    return !state || state->__count == 0;
}

size_t mbrtowc(wchar_t *to, const char *text, size_t count, mbstate_t *state) {
    if (!text)
        return 0;
    if (count == 0)
        return -2;
    if (*text < 0) {
        errno = EILSEQ;
        return -1;
    }
    if (to)
        *to = *text;
    return *text != 0;
}

size_t mbrlen(const char *text, size_t count, mbstate_t *state) {
    return mbrtowc(NULL, text, count, state);
}

size_t wcrtomb(char *to, wchar_t c, mbstate_t *state) {
    if (!to)
        return 1;
    if (c < 0 || c > 127) {
        errno = EILSEQ;
        return -1;
    }
    *to = c;
    return 1;
}

size_t mbsrtowcs(wchar_t *to, const char **from, size_t most, mbstate_t *state) {
    const char *text = *from;
    size_t done;
    for (done = 0; !to || done < most; done++, text++) {
        wchar_t c;
        size_t step = mbrtowc(&c, text, 1, state);
        if (step == (size_t)-1)
            return -1;
        if (to)
            to[done] = c;
        if (step == 0) {
            if (to)
                *from = NULL;
            return done;
        }
    }
    *from = text;
    return done;
}

size_t wcsrtombs(char *to, const wchar_t **from, size_t most, mbstate_t *state) {
    const wchar_t *text = *from;
    size_t done;
    for (done = 0; !to || done < most; done++, text++) {
        char c;
        if (wcrtomb(&c, *text, state) == (size_t)-1)
            return -1;
        if (to)
            to[done] = c;
        if (!*text) {
            if (to)
                *from = NULL;
            return done;
        }
    }
    *from = text;
    return done;
}

int wcwidth(wchar_t c) {
    return c == 0 ? 0 : c >= 32 && c < 127 ? 1 : -1;
}

int wcswidth(const wchar_t *text, size_t count) {
    int width = 0;
    for (; count > 0 && *text; count--, text++) {
        if (wcwidth(*text) < 0)
            return -1;
        width += wcwidth(*text);
    }
    return width;
}
