// shows: nftw and ftw visit a tree
// order: lines
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int total;

static int show(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    printf("%d %s %d %ld\n", where->level, where->level ? path + where->base : "root", kind, kind == FTW_F ? (long)status->st_size : 0l);
    return 0;
}

static int discard(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    return remove(path);
}

static int count(const char *path, const struct stat *status, int kind)
{
    total++;
    return total == 4 ? 7 : 0;
}

int main(void)
{
    char folder[] = "/tmp/treeXXXXXX";
    mkdtemp(folder);
    chdir(folder);
    mkdir("a", 0700);
    mkdir("a/b", 0700);
    int fd = creat("a/b/file", 0600);
    write(fd, "12345", 5);
    close(fd);
    symlink("file", "a/b/link");
    symlink("nothing", "a/broken");
    chdir("/");
    printf("%d\n", nftw(folder, show, 10, FTW_PHYS));
    printf("%d\n", ftw(folder, count, 10));
    printf("%d\n", nftw(folder, discard, 10, FTW_PHYS | FTW_DEPTH));
    printf("%d %d\n", access(folder, F_OK), nftw(folder, show, 10, 0));
    return 0;
}
