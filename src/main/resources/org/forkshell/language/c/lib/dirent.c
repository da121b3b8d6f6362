#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct __directory {
    int fd;
    long position;
    long at;
    long end;
    char entries[32768];
};

DIR *fdopendir(int fd) {
    struct stat file;
    DIR *directory;
    if (fstat(fd, &file) < 0)
        return NULL;
    if (!S_ISDIR(file.st_mode)) {
        errno = ENOTDIR;
        return NULL;
    }
    directory = malloc(sizeof *directory);
    if (directory) {
        directory->fd = fd;
        directory->position = directory->at = directory->end = 0;
    }
    return directory;
}

DIR *opendir(const char *path) {
    int fd = __open(path, O_RDONLY | O_NONBLOCK | O_DIRECTORY | O_CLOEXEC, 0);
    DIR *directory;
    if (fd < 0)
        return NULL;
    directory = fdopendir(fd);
    if (!directory)
        close(fd);
    return directory;
}

struct dirent *readdir(DIR *directory) {
    struct dirent *entry;
    if (directory->at >= directory->end) {
        int error = errno;
        long count = __getdents(directory->fd, directory->entries, sizeof directory->entries);
        if (count <= 0) {
            if (count < 0 && errno == ENOENT)
                errno = error;
            return NULL;
        }
        directory->at = 0;
        directory->end = count;
    }
    entry = (struct dirent *)(directory->entries + directory->at);
    directory->at += entry->d_reclen;
    directory->position = entry->d_off;
    return entry;
}

void seekdir(DIR *directory, long position) {
    lseek(directory->fd, position, SEEK_SET);
    directory->position = position;
    directory->at = directory->end = 0;
}

void rewinddir(DIR *directory) {
    seekdir(directory, 0);
}

long telldir(DIR *directory) {
    return directory->position;
}

int dirfd(DIR *directory) {
    return directory->fd;
}

int closedir(DIR *directory) {
    int fd = directory->fd;
    free(directory);
    return close(fd);
}

int alphasort(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int __keep(struct dirent ***list, size_t count, struct dirent *entry) {
    struct dirent *copy = malloc(entry->d_reclen);
    struct dirent **longer = copy ? realloc(*list, (count + 1) * sizeof copy) : NULL;
    if (!longer) {
        free(copy);
        return -1;
    }
    memcpy(copy, entry, entry->d_reclen);
    longer[count] = copy;
    *list = longer;
    return 0;
}

int scandir(const char *path, struct dirent ***result, int (*wanted)(const struct dirent *), int (*compare)(const struct dirent **, const struct dirent **)) {
    DIR *directory = opendir(path);
    struct dirent **list = NULL;
    struct dirent *entry;
    size_t count = 0;
    if (!directory)
        return -1;
    while ((entry = readdir(directory))) {
        if (wanted && !wanted(entry))
            continue;
        if (__keep(&list, count, entry) < 0) {
            while (count > 0)
                free(list[--count]);
            free(list);
            closedir(directory);
            return -1;
        }
        count++;
    }
    closedir(directory);
    if (compare && count > 0)
        qsort(list, count, sizeof *list, (int (*)(const void *, const void *))compare);
    *result = list;
    return count;
}

int versionsort(const struct dirent **a, const struct dirent **b) {
    return strverscmp((*a)->d_name, (*b)->d_name);
}

int readdir_r(DIR *directory, struct dirent *entry, struct dirent **result) {
    int before = errno;
    struct dirent *next;
    int error;
    errno = 0;
    next = readdir(directory);
    error = errno;
    errno = before;
    *result = next ? memcpy(entry, next, next->d_reclen) : NULL;
    return error;
}
