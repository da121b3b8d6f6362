// shows: the calls that take a path below an open directory; file systems; times of files
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utime.h>

int main(void) {
    char path[] = "/tmp/fs_dir_XXXXXX", text[200];
    struct utimbuf times = {1000000000, 1100000000};
    struct inotify_event *event;
    struct statvfs vfs;
    struct statfs fs;
    struct stat s;
    int directory, fd, other, watch, n;
    mkdtemp(path);
    directory = open(path, O_RDONLY | O_DIRECTORY);
    watch = inotify_init();
    printf("watch %d\n", inotify_add_watch(watch, path, IN_CREATE | IN_DELETE));
    fd = openat(directory, "file", O_CREAT | O_RDWR, 0640);
    write(fd, "content", 7);
    printf("mkdirat %d\n", mkdirat(directory, "inner", 0700));
    printf("linkat %d\n", linkat(directory, "file", directory, "link", 0));
    printf("symlinkat %d\n", symlinkat("file", directory, "symbolic"));
    n = readlinkat(directory, "symbolic", text, sizeof text);
    printf("%.*s\n", n, text);
    printf("fstatat %d", fstatat(directory, "file", &s, 0));
    printf(" %o %d %ld\n", s.st_mode, (int)s.st_nlink, (long)s.st_size);
    fstatat(directory, "symbolic", &s, AT_SYMLINK_NOFOLLOW);
    printf("%d\n", S_ISLNK(s.st_mode));
    printf("renameat %d\n", renameat(directory, "link", directory, "inner/moved"));
    printf("faccessat %d\n", faccessat(directory, "inner/moved", R_OK, 0));
    n = faccessat(directory, "nothing", F_OK, 0);
    printf("%d %s\n", n, strerror(errno));
    n = openat(77, "file", O_RDONLY);
    printf("%d %s\n", n, strerror(errno));
    printf("fchmodat %d\n", fchmodat(directory, "file", 0600, 0));
    fstat(fd, &s);
    printf("%o\n", s.st_mode & 0777);
    n = unlinkat(directory, "inner", AT_REMOVEDIR);
    printf("%d %s\n", n, strerror(errno));
    sprintf(text, "%s/file", path);
    printf("utime %d", utime(text, &times));
    stat(text, &s);
    printf(" %ld %ld\n", (long)s.st_atime, (long)s.st_mtime);
    other = openat(directory, "copy", O_CREAT | O_RDWR, 0600);
    lseek(fd, 0, SEEK_SET);
    printf("sendfile %zd\n", sendfile(other, fd, NULL, 100));
    n = pread(other, text, 100, 0);
    printf("%.*s\n", n, text);
    unlinkat(directory, "inner/moved", 0);
    printf("unlinkat %d\n", unlinkat(directory, "inner", AT_REMOVEDIR));
    unlinkat(directory, "file", 0);
    unlinkat(directory, "copy", 0);
    unlinkat(directory, "symbolic", 0);
    static char events[4096];
    int length = read(watch, events, sizeof events), at;
    for (at = 0; at < length; at += sizeof *event + event->len) {
        event = (struct inotify_event *)(events + at);
        printf("%s%s%s %s\n", event->mask & IN_CREATE ? "created" : "", event->mask & IN_DELETE ? "deleted" : "", event->mask & IN_ISDIR ? " directory" : "", event->name);
    }
    rmdir(path);
    printf("statvfs %d", statvfs("/", &vfs));
    printf(" %d %lu\n", vfs.f_blocks >= vfs.f_bfree && vfs.f_frsize > 0, vfs.f_namemax);
    printf("statfs %d", statfs("/proc", &fs));
    printf(" %lx\n", (unsigned long)fs.f_type);
    n = statvfs("/nowhere", &vfs);
    printf("%d %s\n", n, strerror(errno));
    return 0;
}
