#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct __search {
    glob_t *result;
    int flags;
    int (*failed)(const char *, int);
};

static int __is_magic(const char *text, size_t length) {
    size_t i;
    for (i = 0; i < length; i++) {
        if (text[i] == '*' || text[i] == '?' || text[i] == '[')
            return 1;
    }
    return 0;
}

static int __add(glob_t *result, char *path) {
    char **more = realloc(result->gl_pathv, (result->gl_offs + result->gl_pathc + 2) * sizeof *more);
    size_t i;
    if (!more || !path)
        return GLOB_NOSPACE;
    if (!result->gl_pathv) {
        for (i = 0; i < result->gl_offs; i++)
            more[i] = NULL;
    }
    result->gl_pathv = more;
    more[result->gl_offs + result->gl_pathc++] = path;
    more[result->gl_offs + result->gl_pathc] = NULL;
    return 0;
}

static char *__without_backslashes(const char *text, size_t length, int flags) {
    char *copy = malloc(length + 1);
    size_t i, done = 0;
    for (i = 0; copy && i < length; i++) {
        if (text[i] == '\\' && !(flags & GLOB_NOESCAPE) && i + 1 < length)
            i++;
        copy[done++] = text[i];
    }
    if (copy)
        copy[done] = 0;
    return copy;
}

static int __find(struct __search *search, const char *before, const char *pattern);

/* Goes on with what is behind a name that is there. */
static int __descend(struct __search *search, const char *before, const char *name, const char *rest) {
    char *path;
    int result;
    if (asprintf(&path, "%s%s", before, name) < 0)
        return GLOB_NOSPACE;
    if (*rest) {
        char *folder;
        struct stat kind;
        if (stat(path, &kind) < 0 || !S_ISDIR(kind.st_mode) || asprintf(&folder, "%s/", path) < 0) {
            free(path);
            return 0;
        }
        free(path);
        while (*rest == '/')
            rest++;
        result = *rest ? __find(search, folder, rest) : __add(search->result, strdup(folder));
        free(folder);
        return result;
    }
    if (search->flags & (GLOB_MARK | GLOB_ONLYDIR)) {
        struct stat kind;
        int folder = stat(path, &kind) == 0 && S_ISDIR(kind.st_mode);
        if (folder && (search->flags & GLOB_MARK)) {
            char *marked;
            if (asprintf(&marked, "%s/", path) < 0)
                return GLOB_NOSPACE;
            free(path);
            path = marked;
        }
    }
    return __add(search->result, path);
}

static int __find(struct __search *search, const char *before, const char *pattern) {
    size_t length = strcspn(pattern, "/");
    char *part;
    DIR *folder;
    struct dirent *entry;
    int result = 0;
    if (!__is_magic(pattern, length)) {
        struct stat there;
        char *path;
        part = __without_backslashes(pattern, length, search->flags);
        if (!part || asprintf(&path, "%s%s", before, part) < 0)
            return GLOB_NOSPACE;
        if (lstat(path, &there) == 0)
            result = __descend(search, before, part, pattern + length);
        free(part);
        free(path);
        return result;
    }
    folder = opendir(*before ? before : ".");
    if (!folder) {
        int stop = search->failed && search->failed(before, errno);
        return stop || (search->flags & GLOB_ERR) ? GLOB_ABORTED : 0;
    }
    part = strndup(pattern, length);
    while (!result && (entry = readdir(folder))) {
        int how = (search->flags & GLOB_PERIOD ? 0 : FNM_PERIOD) | (search->flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0);
        if (fnmatch(part, entry->d_name, how) == 0)
            result = __descend(search, before, entry->d_name, pattern + length);
    }
    free(part);
    closedir(folder);
    return result;
}

static int __in_order(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A pattern for each of the alternatives in the first braces. */
static int __with_braces(struct __search *search, const char *pattern) {
    const char *open = search->flags & GLOB_BRACE ? strchr(pattern, '{') : NULL;
    const char *close = open;
    const char *start;
    int depth = 0;
    int result = 0;
    size_t first = search->result->gl_pathc;
    glob_t *found = search->result;
    while (open && *close) {
        depth += *close == '{' ? 1 : *close == '}' ? -1 : 0;
        if (depth == 0)
            break;
        close++;
    }
    if (!open || !*close || close == open + 1) {
        while (pattern[0] == '/' && pattern[1] == '/')
            pattern++;
        result = *pattern == '/' ? pattern[1] ? __find(search, "/", pattern + 1) : __add(found, strdup("/")) : __find(search, "", pattern);
        if (!(search->flags & GLOB_NOSORT) && found->gl_pathc > first)
            qsort(found->gl_pathv + found->gl_offs + first, found->gl_pathc - first, sizeof(char *), __in_order);
        return result;
    }
    for (start = open + 1; start <= close && !result; start++) {
        const char *end = start;
        char *one;
        for (depth = 0; depth > 0 || (*end != ',' && end < close); end++)
            depth += *end == '{' ? 1 : *end == '}' ? -1 : 0;
        if (asprintf(&one, "%.*s%.*s%s", (int)(open - pattern), pattern, (int)(end - start), start, close + 1) < 0)
            return GLOB_NOSPACE;
        result = __with_braces(search, one);
        free(one);
        start = end;
    }
    return result;
}

int glob(const char *pattern, int flags, int (*failed)(const char *path, int number), glob_t *result) {
    struct __search search = {result, flags, failed};
    char *home = NULL;
    int answer;
    size_t before;
    if (!(flags & GLOB_APPEND)) {
        result->gl_pathc = 0;
        result->gl_pathv = NULL;
        if (!(flags & GLOB_DOOFFS))
            result->gl_offs = 0;
    }
    result->gl_flags = flags;
    before = result->gl_pathc;
    if ((flags & GLOB_TILDE) && *pattern == '~') {
        size_t length = strcspn(pattern, "/") - 1;
        char *name = strndup(pattern + 1, length);
        const char *folder = length == 0 ? getenv("HOME") : NULL;
        struct passwd *user = folder ? NULL : length == 0 ? getpwuid(getuid()) : getpwnam(name);
        if (user)
            folder = user->pw_dir;
        if (folder && asprintf(&home, "%s%s", folder, pattern + 1 + length) > 0)
            pattern = home;
        free(name);
    }
    answer = __with_braces(&search, pattern);
    if (!answer && result->gl_pathc == before) {
        if ((flags & GLOB_NOCHECK) || ((flags & GLOB_NOMAGIC) && !__is_magic(pattern, strlen(pattern))))
            answer = __add(result, strdup(pattern));
        else
            answer = GLOB_NOMATCH;
    }
    free(home);
    return answer;
}

void globfree(glob_t *result) {
    size_t i;
    for (i = 0; i < result->gl_pathc; i++)
        free(result->gl_pathv[result->gl_offs + i]);
    free(result->gl_pathv);
    result->gl_pathv = NULL;
    result->gl_pathc = 0;
}
