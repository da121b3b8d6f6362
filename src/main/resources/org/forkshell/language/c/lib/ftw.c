#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct __walk {
    __ftw_func_t plain;
    __nftw_func_t visit;
    int flags;
    dev_t device;
};

static int __tell(struct __walk *walk, const char *path, const struct stat *status, int kind, int level) {
    struct FTW where;
    const char *slash = strrchr(path, '/');
    where.base = slash && slash[1] ? slash + 1 - path : 0;
    where.level = level;
    if (walk->plain)
        return walk->plain(path, status, kind);
    return walk->visit(path, status, kind, &where);
}

static int __visit(struct __walk *walk, const char *path, int level) {
    struct stat status;
    int kind;
    int result = 0;
    DIR *folder;
    struct dirent *entry;
    int physical = walk->flags & FTW_PHYS;
    if ((physical ? lstat(path, &status) : stat(path, &status)) < 0) {
        if (!physical && lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
            return __tell(walk, path, &status, walk->plain ? FTW_NS : FTW_SLN, level);
        if (level == 0)
            return -1;
        return __tell(walk, path, &status, FTW_NS, level);
    }
    if (level == 0)
        walk->device = status.st_dev;
    else if ((walk->flags & FTW_MOUNT) && status.st_dev != walk->device)
        return 0;
    if (!S_ISDIR(status.st_mode))
        return __tell(walk, path, &status, S_ISLNK(status.st_mode) ? FTW_SL : FTW_F, level);
    folder = opendir(path);
    if (!folder)
        return __tell(walk, path, &status, FTW_DNR, level);
    if (!(walk->flags & FTW_DEPTH)) {
        result = __tell(walk, path, &status, FTW_D, level);
        if (result == FTW_SKIP_SUBTREE && (walk->flags & FTW_ACTIONRETVAL)) {
            closedir(folder);
            return 0;
        }
    }
    while (!result && (entry = readdir(folder))) {
        char *inner;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (asprintf(&inner, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/", entry->d_name) < 0)
            result = -1;
        else
            result = __visit(walk, inner, level + 1);
        free(inner);
    }
    closedir(folder);
    if (result == FTW_SKIP_SIBLINGS && (walk->flags & FTW_ACTIONRETVAL))
        result = 0;
    if (!result && (walk->flags & FTW_DEPTH))
        result = __tell(walk, path, &status, FTW_DP, level);
    return result;
}

int ftw(const char *path, __ftw_func_t visit, int descriptors) {
    struct __walk walk = {visit};
    return __visit(&walk, path, 0);
}

/* The current directory stays as it is: FTW_CHDIR is not obeyed. */
int nftw(const char *path, __nftw_func_t visit, int descriptors, int flags) {
    struct __walk walk = {NULL, visit, flags};
    if (flags & FTW_CHDIR) {
        errno = EINVAL;
        return -1;
    }
    return __visit(&walk, path, 0);
}
