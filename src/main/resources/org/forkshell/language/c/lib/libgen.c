#include <libgen.h>
#include <string.h>

char *dirname(char *path) {
    char *slash;
    size_t length;
    if (!path || !*path)
        return ".";
    length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        path[--length] = 0;
    slash = strrchr(path, '/');
    if (!slash)
        return ".";
    while (slash > path && slash[-1] == '/')
        slash--;
    slash[slash == path] = 0;
    return path;
}
