#include <ctype.h>
#include <fnmatch.h>
#include <string.h>

static int __fold(int c, int flags) {
    return flags & FNM_CASEFOLD ? tolower(c) : c;
}

/* Whether c is in the class whose name stands at [:. */
static int __in_class(const char *name, size_t length, int c) {
    static const struct __class {
        const char *name;
        int (*has)(int);
    } classes[] = {{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
                   {"lower", islower}, {"print", isprint}, {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit}};
    int i;
    for (i = 0; i < 12; i++) {
        if (strlen(classes[i].name) == length && strncmp(classes[i].name, name, length) == 0)
            return classes[i].has(c) != 0;
    }
    return 0;
}

/* The end of the set that begins at the pattern, or null if it is none; whether c is in it. */
static const char *__set(const char *pattern, int c, int flags, int *found) {
    int inverted = *pattern == '!' || *pattern == '^';
    const char *at = pattern + inverted;
    int inside = 0;
    do {
        int first, last;
        if (!*at)
            return NULL;
        if (at[0] == '[' && at[1] == ':' && strstr(at + 2, ":]")) {
            const char *end = strstr(at + 2, ":]");
            inside |= __in_class(at + 2, end - at - 2, c);
            at = end + 2;
            continue;
        }
        if (*at == '\\' && !(flags & FNM_NOESCAPE) && at[1])
            at++;
        first = last = (unsigned char)*at++;
        if (at[0] == '-' && at[1] && at[1] != ']') {
            at++;
            if (*at == '\\' && !(flags & FNM_NOESCAPE) && at[1])
                at++;
            last = (unsigned char)*at++;
        }
        if (__fold(c, flags) >= __fold(first, flags) && __fold(c, flags) <= __fold(last, flags))
            inside = 1;
    } while (*at != ']');
    *found = inside != inverted;
    return at + 1;
}

static int __matches(const char *pattern, const char *text, const char *start, int flags) {
    for (; *pattern; pattern++) {
        int c = (unsigned char)*text;
        int hidden = c == '.' && (flags & FNM_PERIOD) && (text == start || ((flags & FNM_PATHNAME) && text[-1] == '/'));
        int barred = c == '/' && (flags & FNM_PATHNAME);
        switch (*pattern) {
        case '?':
            if (!c || hidden || barred)
                return 0;
            text++;
            break;
        case '*':
            if (hidden)
                return 0;
            while (pattern[1] == '*')
                pattern++;
            for (;; text++) {
                if (__matches(pattern + 1, text, start, flags))
                    return 1;
                if (!*text || (*text == '/' && (flags & FNM_PATHNAME)))
                    return 0;
            }
        case '[': {
            int found;
            const char *end = __set(pattern + 1, c, flags, &found);
            if (end) {
                if (!c || hidden || barred || !found)
                    return 0;
                pattern = end - 1;
                text++;
                break;
            }
            if (c != '[')
                return 0;
            text++;
            break;
        }
        case '\\':
            if (!(flags & FNM_NOESCAPE) && pattern[1])
                pattern++;
        default:
            if (__fold(c, flags) != __fold((unsigned char)*pattern, flags))
                return 0;
            text++;
        }
    }
    return !*text || ((flags & FNM_LEADING_DIR) && *text == '/');
}

int fnmatch(const char *pattern, const char *text, int flags) {
    return __matches(pattern, text, text, flags) ? 0 : FNM_NOMATCH;
}
