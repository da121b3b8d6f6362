#include <bits/execute.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *__value_of_path(char **environment) {
    for (; environment && *environment; environment++) {
        if (strncmp(*environment, "PATH=", 5) == 0)
            return *environment + 5;
    }
    return "/bin:/usr/bin";
}

/* What the kernel does not know how to execute is taken for a script of the shell. */
static void __execute(const char *path, char *const argv[], char *const envp[], int scripts) {
    char **words;
    size_t count = 0;
    execve(path, argv, envp);
    if (errno != ENOEXEC || !scripts)
        return;
    while (argv[count])
        count++;
    words = malloc((count + 3) * sizeof *words);
    if (!words)
        return;
    words[0] = "/bin/sh";
    words[1] = (char *)path;
    words[2] = NULL;
    if (count > 1)
        memcpy(words + 2, argv + 1, count * sizeof *words);
    execve(words[0], words, envp);
    free(words);
}

int __search_and_execute(const char *file, char *const argv[], char *const envp[], int scripts) {
    char path[4096 + 256];
    const char *from;
    size_t length = strlen(file);
    int denied = 0;
    if (length == 0) {
        errno = ENOENT;
        return -1;
    }
    if (strchr(file, '/')) {
        __execute(file, argv, envp, scripts);
        return -1;
    }
    if (length > 255) {
        errno = ENAMETOOLONG;
        return -1;
    }
    from = __value_of_path(environ);
    for (;;) {
        const char *end = strchrnul(from, ':');
        size_t part = end - from;
        if (part < 4096) {
            memcpy(path, from, part);
            path[part] = '/';
            strcpy(part > 0 ? path + part + 1 : path, file);
            /* Only what is there is tried, or the last: each attempt is told of. */
            if (access(path, F_OK) == 0 || !*end)
                __execute(path, argv, envp, scripts);
            switch (errno) {
            case EACCES:
                denied = 1;
            case ENOENT:
            case ESTALE:
            case ENOTDIR:
            case ENODEV:
            case ETIMEDOUT:
                break;
            default:
                return -1;
            }
        }
        if (!*end)
            break;
        from = end + 1;
    }
    if (denied)
        errno = EACCES;
    return -1;
}
