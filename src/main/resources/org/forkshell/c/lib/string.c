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

static char __signal_texts[_SIGNALS][_MESSAGE_SIZE];
static char __unknown_signal[_MESSAGE_SIZE];

char *strsignal(int number) {
    char *text = number > 0 && number < _SIGNALS ? __signal_texts[number] : __unknown_signal;
    __signal_message(number, text);
    return text;
}

char *basename(const char *path) {
    char *slash = strrchr(path, '/');
    return slash ? slash + 1 : (char *)path;
}
