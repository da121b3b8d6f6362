#include <string.h>
#include <sys/statvfs.h>

static int __translate(const struct statfs *from, struct statvfs *to) {
    memset(to, 0, sizeof *to);
    to->f_bsize = from->f_bsize;
    to->f_frsize = from->f_frsize ? from->f_frsize : from->f_bsize;
    to->f_blocks = from->f_blocks;
    to->f_bfree = from->f_bfree;
    to->f_bavail = from->f_bavail;
    to->f_files = from->f_files;
    to->f_ffree = to->f_favail = from->f_ffree;
    memcpy(&to->f_fsid, &from->f_fsid, sizeof to->f_fsid);
    to->f_flag = from->f_flags & ~0x20;
    to->f_namemax = from->f_namelen;
    return 0;
}

int statvfs(const char *path, struct statvfs *result) {
    struct statfs known;
    return statfs(path, &known) < 0 ? -1 : __translate(&known, result);
}

int fstatvfs(int fd, struct statvfs *result) {
    struct statfs known;
    return fstatfs(fd, &known) < 0 ? -1 : __translate(&known, result);
}
