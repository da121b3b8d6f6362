package org.forkshell.posix;

/**
 * The C library's functions, in a form without allocation. Names and arguments are those of the
 * manual pages, section 2 unless said otherwise; pointers are longs.
 */
@SuppressWarnings({"MethodName", "checkstyle:MethodName"})
public interface Libc {
  long read(int fd, long buffer, long count);

  long write(int fd, long bytes, long count);

  int close(int fd);

  int dup(int fd);

  int dup2(int fd, int as);

  int dup3(int fd, int as, int flags);

  int pipe(long fds);

  int pipe2(long fds, int flags);

  int open(long path, int flags, int mode);

  long lseek(int fd, long offset, int whence);

  int fcntl(int fd, int command, long argument);

  int ioctl(int fd, long request, long argument);

  int isatty(int fd);

  int fstat(int fd, long result);

  int stat(long path, long result);

  int lstat(long path, long result);

  int rename(long from, long to);

  int unlink(long path);

  int access(long path, int mode);

  int mkdir(long path, int mode);

  int rmdir(long path);

  int chdir(long path);

  long getcwd(long buffer, long size);

  int umask(int mask);

  int fsync(int fd);

  void _exit(int status);

  int execve(long path, long arguments, long environment);

  int fork();

  int waitpid(int pid, long status, int options);

  int wait4(int pid, long status, int options, long usage);

  int waitid(int kind, int id, long info, int options);

  int kill(int pid, int signal);

  int setpgid(int pid, int group);

  int getpgid(int pid);

  int getsid(int pid);

  int setsid();

  int getpid();

  int getppid();

  int getpgrp();

  int getuid();

  int geteuid();

  int getgid();

  int getegid();

  int nice(int increment);

  int pause();

  int alarm(int seconds);

  int sched_yield();

  int nanosleep(long wanted, long remaining);

  int clock_gettime(int clock, long result);

  long times(long result);

  int munmap(long address, long length);

  int madvise(long address, long length, int advice);

  /** malloc_trim(3): gives free memory of the C heap back to the kernel. */
  int malloc_trim(long pad);

  int memfd_create(long name, int flags);

  int ftruncate(int fd, long length);

  int prctl(int option, long a, long b, long c, long d);

  int sigaction(int signal, long action, long old);

  int sigprocmask(int how, long set, long old);

  int signalfd(int fd, long mask, int flags);

  int poll(long fds, long count, int timeout);

  int socket(int domain, int type, int protocol);

  int bind(int fd, long address, int length);

  int listen(int fd, int backlog);

  int accept4(int fd, long address, long length, int flags);

  int connect(int fd, long address, int length);

  int setsockopt(int fd, int level, int name, long value, int length);

  int getsockopt(int fd, int level, int name, long value, long length);

  long send(int fd, long bytes, long count, int flags);

  long recvmsg(int fd, long message, int flags);

  int posix_openpt(int flags);

  int grantpt(int fd);

  int unlockpt(int fd);

  int ptsname_r(int fd, long buffer, long size);

  int tcgetattr(int fd, long termios);

  int tcsetattr(int fd, int when, long termios);

  /** syscall(2) with up to six arguments, for what the C library has no function for. */
  long syscall(long number, long a, long b, long c, long d, long e, long f);
}
