#ifndef _UNISTD_H
#define _UNISTD_H
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
#define _SC_ARG_MAX 0
#define _SC_CHILD_MAX 1
#define _SC_CLK_TCK 2
#define _SC_OPEN_MAX 4
#define _SC_PAGESIZE 30
#define _SC_PAGE_SIZE 30
#define _SC_NPROCESSORS_CONF 83
#define _SC_NPROCESSORS_ONLN 84
#define _POSIX_VERSION 200809L
#define _XOPEN_VERSION 700
extern char **environ;
#include <bits/options.h>
__system pid_t fork(void);
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
pid_t gettid(void);
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
__system int access(const char *path, int mode);
__system int unlink(const char *path);
__system int rmdir(const char *path);
__system int chdir(const char *path);
__system char *getcwd(char *buffer, size_t size);
__system int pause(void);
__system unsigned alarm(unsigned seconds);
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
int getpagesize(void);
int getdtablesize(void);
#endif
