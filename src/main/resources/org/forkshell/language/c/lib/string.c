#include <bits/messages.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *memccpy(void *to, const void *from, int last, size_t count) {
    char *end = memchr(from, last, count);
    if (end) {
        count = end + 1 - (char *)from;
        memcpy(to, from, count);
        return (char *)to + count;
    }
    memcpy(to, from, count);
    return NULL;
}

int strcoll(const char *a, const char *b) {
    return strcmp(a, b);
}

size_t strxfrm(char *to, const char *from, size_t count) {
    size_t length = strlen(from);
    if (count > 0)
        memcpy(to, from, length < count ? length + 1 : count);
    return length;
}

char *strdup(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

char *strndup(const char *text, size_t most) {
    size_t length = strnlen(text, most);
    char *copy = malloc(length + 1);
    if (!copy)
        return NULL;
    copy[length] = 0;
    return memcpy(copy, text, length);
}

char *strtok_r(char *text, const char *set, char **rest) {
    char *end;
    if (!text)
        text = *rest;
    if (!*text) {
        *rest = text;
        return NULL;
    }
    text += strspn(text, set);
    if (!*text) {
        *rest = text;
        return NULL;
    }
    end = text + strcspn(text, set);
    if (*end)
        *end++ = 0;
    *rest = end;
    return text;
}

static char *__rest_of_tokens;

char *strtok(char *text, const char *set) {
    return strtok_r(text, set, &__rest_of_tokens);
}

char *strsep(char **text, const char *set) {
    char *start = *text;
    char *end;
    if (!start)
        return NULL;
    end = start + strcspn(start, set);
    if (*end) {
        *end = 0;
        *text = end + 1;
    } else {
        *text = NULL;
    }
    return start;
}

/* A place for every message, so that two of them may be printed at once. */
static char __error_texts[_ERRORS][_MESSAGE_SIZE];
static char __unknown_error[_MESSAGE_SIZE];

char *strerror(int number) {
    char *text = number >= 0 && number < _ERRORS ? __error_texts[number] : __unknown_error;
    __error_message(number, text);
    return text;
}

int strerror_r(int number, char *to, size_t size) {
    const char *text = strerror(number);
    size_t length = strlen(text);
    if (length >= size) {
        if (size > 0) {
            memcpy(to, text, size - 1);
            to[size - 1] = 0;
        }
        return ERANGE;
    }
    strcpy(to, text);
    return text == __unknown_error ? EINVAL : 0;
}

#define _NAMED_SIGNALS 32
static char __signal_texts[_NAMED_SIGNALS][_MESSAGE_SIZE];
static char __other_signal[_MESSAGE_SIZE];

char *strsignal(int number) {
    /* Numbers without a name, real-time signals among them, share one place. */
    char *text = number > 0 && number < _NAMED_SIGNALS ? __signal_texts[number] : __other_signal;
    __signal_message(number, text);
    return text;
}

const char *sigdescr_np(int number) {
    return number > 0 && number < _NAMED_SIGNALS ? strsignal(number) : NULL;
}

const char *sigabbrev_np(int number) {
    static const char names[_NAMED_SIGNALS][8] = {
        "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1",
        "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN",
        "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "POLL", "PWR", "SYS"};
    return number > 0 && number < _NAMED_SIGNALS ? names[number] : NULL;
}

char *basename(const char *path) {
    char *slash = strrchr(path, '/');
    return slash ? slash + 1 : (char *)path;
}

void *rawmemchr(const void *bytes, int value) {
    return memchr(bytes, value, 0x7fffffffffffffff);
}

char *stpncpy(char *to, const char *from, size_t count) {
    size_t length = strnlen(from, count);
    memcpy(to, from, length);
    memset(to + length, 0, count - length);
    return to + length;
}

static int __is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Numbers by their value; those that begin with a zero as fractions, before all others. */
int strverscmp(const char *a, const char *b) {
    const unsigned char *x = (const unsigned char *)a;
    const unsigned char *y = (const unsigned char *)b;
    size_t at = 0, start;
    size_t i, j;
    while (x[at] && x[at] == y[at])
        at++;
    if (x[at] == y[at])
        return 0;
    start = at;
    while (start > 0 && __is_digit(x[start - 1]))
        start--;
    if (!(__is_digit(x[start]) && __is_digit(y[start])))
        return x[at] - y[at];
    if (x[start] == '0' || y[start] == '0') {
        size_t zeros = start;
        while (zeros < at && x[zeros] == '0')
            zeros++;
        /* Inside the zeros, who has a digit where the other has none comes first. */
        if (zeros == at && at > start) {
            if (!__is_digit(x[at]) && __is_digit(y[at]))
                return 1;
            if (__is_digit(x[at]) && !__is_digit(y[at]))
                return -1;
        }
        return x[at] - y[at];
    }
    for (i = start; __is_digit(x[i]); i++)
        ;
    for (j = start; __is_digit(y[j]); j++)
        ;
    return i != j ? (i < j ? -1 : 1) : x[at] - y[at];
}

void explicit_bzero(void *bytes, size_t count) {
    memset(bytes, 0, count);
}

int ffsl(long bits) {
    int place = 1;
    if (bits == 0)
        return 0;
    for (; !(bits & 1); bits = (unsigned long)bits >> 1)
        place++;
    return place;
}

int ffsll(long long bits) {
    return ffsl(bits);
}
