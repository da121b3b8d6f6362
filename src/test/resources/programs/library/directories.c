// shows: a directory is read entry by entry, or sorted at once

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int main(void)
{
    char directory[] = "/tmp/dirXXXXXX";
    struct dirent **list, *entry;
    int count = 0, i, n;
    DIR *d;

    mkdtemp(directory);
    chdir(directory);
    close(creat("pear", 0600));
    close(creat("apple", 0600));
    mkdir("fig", 0700);
    d = opendir(".");
    while ((entry = readdir(d)))
        count++;
    printf("%d\n", count);
    rewinddir(d);
    for (i = 0; (entry = readdir(d)); )
        i += entry->d_type == DT_DIR;
    printf("%d %d\n", i, closedir(d));
    n = scandir(".", &list, visible, alphasort);
    for (i = 0; i < n; i++) {
        printf("%s\n", list[i]->d_name);
        remove(list[i]->d_name);
        free(list[i]);
    }
    free(list);
    chdir("/");
    printf("%d\n", rmdir(directory));
    printf("%d\n", opendir(directory) == NULL && errno == ENOENT);
    printf("%d\n", opendir("/dev/null") == NULL && errno == ENOTDIR);
    return 0;
}
