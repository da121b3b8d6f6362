#ifndef _UNISTD_H
#define _UNISTD_H
#include <bits/configuration_names.h>
#include <bits/entropy.h>
#include <bits/posix_options.h>
#include <stddef.h>
#include <sys/types.h>
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define R_OK 4
#define W_OK 2
#define X_OK 1
#define F_OK 0
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3
extern char **environ;
#include <bits/options.h>
pid_t fork(void);
__system pid_t vfork(void);
__system void _exit(int status);
__system pid_t getpid(void);
__system pid_t getppid(void);
__system uid_t getuid(void);
__system uid_t geteuid(void);
__system gid_t getgid(void);
__system gid_t getegid(void);
__system pid_t getpgrp(void);
__system pid_t getpgid(pid_t pid);
__system int setpgid(pid_t pid, pid_t group);
int setpgrp(void);
__system pid_t getsid(pid_t pid);
__system pid_t setsid(void);
__system pid_t gettid(void);
__system ssize_t read(int fd, void *bytes, size_t count);
__system ssize_t write(int fd, const void *bytes, size_t count);
__system int close(int fd);
__system int dup(int fd);
__system int dup2(int fd, int to);
__system int dup3(int fd, int to, int flags);
__system int pipe(int fds[2]);
__system int pipe2(int fds[2], int flags);
__system off_t lseek(int fd, off_t offset, int from);
__system int isatty(int fd);
__system int fsync(int fd);
__system int link(const char *path, const char *other);
__system int symlink(const char *target, const char *path);
__system ssize_t readlink(const char *path, char *target, size_t size);
__system int chown(const char *path, uid_t owner, gid_t group);
__system int lchown(const char *path, uid_t owner, gid_t group);
__system int fchown(int fd, uid_t owner, gid_t group);
__system int truncate(const char *path, off_t length);
__system int ftruncate(int fd, off_t length);
__system ssize_t pread(int fd, void *bytes, size_t count, off_t offset);
__system ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset);
__system int fdatasync(int fd);
__system void sync(void);
__system int fchdir(int fd);
char *get_current_dir_name(void);
char *getwd(char *buffer);
__system int access(const char *path, int mode);
__system int unlink(const char *path);
__system int rmdir(const char *path);
__system int chdir(const char *path);
char *getcwd(char *buffer, size_t size);
__system char *__getcwd(char *buffer, size_t size);
__system int pause(void);
__system unsigned alarm(unsigned seconds);
unsigned ualarm(unsigned microseconds, unsigned interval);
__system int nice(int by);
unsigned sleep(unsigned seconds);
int usleep(unsigned microseconds);
__system int execve(const char *path, char *const argv[], char *const envp[]);
int execv(const char *path, char *const argv[]);
int execvp(const char *file, char *const argv[]);
int execvpe(const char *file, char *const argv[], char *const envp[]);
int execl(const char *path, const char *argument, ...);
int execlp(const char *file, const char *argument, ...);
int execle(const char *path, const char *argument, ...);
long sysconf(int name);
long pathconf(const char *path, int name);
long fpathconf(int fd, int name);
int gethostname(char *name, size_t size);
int getdomainname(char *name, size_t size);
char *ttyname(int fd);
int ttyname_r(int fd, char *name, size_t size);
char *ctermid(char *to);
char *getlogin(void);
int lockf(int fd, int command, off_t length);
void swab(const void *from, void *to, ssize_t count);
__system int setuid(uid_t user);
__system int seteuid(uid_t user);
__system int setreuid(uid_t real, uid_t effective);
__system int setgid(gid_t group);
__system int setegid(gid_t group);
__system int setregid(gid_t real, gid_t effective);
pid_t tcgetpgrp(int fd);
int tcsetpgrp(int fd, pid_t group);
int daemon(int keep_directory, int keep_descriptors);
#include <bits/numbers.h>
__system int getgroups(int size, gid_t list[]);
__system int getresuid(uid_t *real, uid_t *effective, uid_t *saved);
__system int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
__system int setresuid(uid_t real, uid_t effective, uid_t saved);
__system int setresgid(gid_t real, gid_t effective, gid_t saved);
__system int chroot(const char *path);
__system int unlinkat(int directory, const char *path, int flags);
__system int linkat(int from, const char *path, int to, const char *other, int flags);
__system int symlinkat(const char *target, int directory, const char *path);
__system ssize_t readlinkat(int directory, const char *path, char *target, size_t size);
__system int fchownat(int directory, const char *path, uid_t owner, gid_t group, int flags);
__system int __faccessat(int directory, const char *path, int mode);
int faccessat(int directory, const char *path, int mode, int flags);
__system ssize_t copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t count, unsigned flags);
__system int __sethostname(const char *name, size_t length);
int sethostname(const char *name, size_t length);
int getpagesize(void);
int brk(void *end);
typedef long intptr_t;
void *sbrk(intptr_t by);
int getdtablesize(void);
#endif
