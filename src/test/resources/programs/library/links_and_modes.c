// shows: links, modes and lengths of files

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    char directory[] = "/tmp/linkXXXXXX", target[64];
    struct stat status;
    ssize_t length;
    int fd;

    mkdtemp(directory);
    chdir(directory);
    fd = open("file", O_CREAT | O_RDWR, 0600);
    printf("%zd\n", pwrite(fd, "0123456789", 10, 2));
    printf("%zd ", pread(fd, target, 3, 5));
    printf("%.3s\n", target);
    printf("%ld\n", (long)lseek(fd, 0, SEEK_CUR));
    printf("%d\n", link("file", "other"));
    printf("%d\n", symlink("file", "soft"));
    length = readlink("soft", target, sizeof target);
    printf("%.*s\n", (int)length, target);
    printf("%d\n", chmod("other", 0640));
    fstat(fd, &status);
    printf("%o %d %ld\n", status.st_mode & 0777, (int)status.st_nlink, (long)status.st_size);
    lstat("soft", &status);
    printf("%d\n", S_ISLNK(status.st_mode));
    printf("%d\n", ftruncate(fd, 4));
    printf("%d\n", truncate("other", 3));
    fstat(fd, &status);
    printf("%ld\n", (long)status.st_size);
    printf("%d\n", strcmp(realpath("soft", NULL) + strlen(directory), "/file"));
    printf("%d\n", realpath("nothing", NULL) == NULL && errno == ENOENT);
    printf("%d\n", readlink("file", target, 1) == -1 && errno == EINVAL);
    unlink("file"), unlink("other"), unlink("soft");
    chdir("/");
    printf("%d\n", rmdir(directory));
    return 0;
}
