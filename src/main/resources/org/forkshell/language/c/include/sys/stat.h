#ifndef _SYS_STAT_H
#define _SYS_STAT_H
#include <sys/types.h>
#include <bits/time.h>
#define S_IFMT 0170000
#define S_IFDIR 0040000
#define S_IFCHR 0020000
#define S_IFBLK 0060000
#define S_IFREG 0100000
#define S_IFIFO 0010000
#define S_IFLNK 0120000
#define S_IFSOCK 0140000
#define S_ISUID 04000
#define S_ISGID 02000
#define S_ISVTX 01000
#define S_IRUSR 0400
#define S_IWUSR 0200
#define S_IXUSR 0100
#define S_IRWXU 0700
#define S_IREAD 0400
#define S_IWRITE 0200
#define S_IEXEC 0100
#define S_IRGRP 040
#define S_IWGRP 020
#define S_IXGRP 010
#define S_IRWXG 070
#define S_IROTH 04
#define S_IWOTH 02
#define S_IXOTH 01
#define S_IRWXO 07
#define ACCESSPERMS 0777
#define ALLPERMS 07777
#define DEFFILEMODE 0666
#define S_ISDIR(mode) (((mode) & S_IFMT) == S_IFDIR)
#define S_ISREG(mode) (((mode) & S_IFMT) == S_IFREG)
#define S_ISFIFO(mode) (((mode) & S_IFMT) == S_IFIFO)
#define S_ISLNK(mode) (((mode) & S_IFMT) == S_IFLNK)
#define S_ISBLK(mode) (((mode) & S_IFMT) == S_IFBLK)
#define S_ISSOCK(mode) (((mode) & S_IFMT) == S_IFSOCK)
#define S_ISCHR(mode) (((mode) & S_IFMT) == S_IFCHR)
struct stat {
    dev_t st_dev;
    ino_t st_ino;
    nlink_t st_nlink;
    mode_t st_mode;
    uid_t st_uid;
    gid_t st_gid;
    int __pad0;
    dev_t st_rdev;
    off_t st_size;
    blksize_t st_blksize;
    blkcnt_t st_blocks;
    struct timespec st_atim;
    struct timespec st_mtim;
    struct timespec st_ctim;
    long __reserved[3];
};
#define st_atime st_atim.tv_sec
#define st_mtime st_mtim.tv_sec
#define st_ctime st_ctim.tv_sec
__system int stat(const char *path, struct stat *result);
__system int lstat(const char *path, struct stat *result);
__system int fstat(int fd, struct stat *result);
__system int mkdir(const char *path, mode_t mode);
__system mode_t umask(mode_t mask);
__system int mkfifo(const char *path, mode_t mode);
int mknod(const char *path, mode_t mode, dev_t device);
__system int chmod(const char *path, mode_t mode);
__system int fchmod(int fd, mode_t mode);
#define UTIME_NOW 1073741823
#define UTIME_OMIT 1073741822
__system int fstatat(int directory, const char *path, struct stat *result, int flags);
__system int mkdirat(int directory, const char *path, mode_t mode);
__system int mknodat(int directory, const char *path, mode_t mode, dev_t device);
int mkfifoat(int directory, const char *path, mode_t mode);
int fchmodat(int directory, const char *path, mode_t mode, int flags);
__system int __fchmodat(int directory, const char *path, mode_t mode);
__system int utimensat(int directory, const char *path, const struct timespec times[2], int flags);
int futimens(int fd, const struct timespec times[2]);
#endif
