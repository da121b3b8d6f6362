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

  int dup2(int fd, int as);

  int dup3(int fd, int as, int flags);

  int pipe(long fds);

  int pipe2(long fds, int flags);

  int open(long path, int flags, int mode);

  int fcntl(int fd, int command, long argument);

  int ioctl(int fd, long request, long argument);

  int isatty(int fd);

  int fstat(int fd, long result);

  int stat(long path, long result);

  long getcwd(long buffer, long size);

  int mkfifo(long path, int mode);

  long readlink(long path, long target, long size);

  long pread(int fd, long buffer, long count, long offset);

  int flock(int fd, int operation);

  int getrlimit(int resource, long result);

  int setrlimit(int resource, long limit);

  int getpriority(int kind, int who);

  int mprotect(long address, long length, int protection);

  int msync(long address, long length, int flags);

  long shmat(int id, long address, int flags);

  int shmdt(long address);

  int shmctl(int id, int command, long buffer);

  int semtimedop(int set, long operations, long count, long timeout);

  int semctl(int set, int index, int command, long argument);

  int msgsnd(int queue, long message, long size, int flags);

  long msgrcv(int queue, long message, long size, long type, int flags);

  void _exit(int status);

  int fork();

  int waitpid(int pid, long status, int options);

  int wait4(int pid, long status, int options, long usage);

  int waitid(int kind, int id, long info, int options);

  int kill(int pid, int signal);

  /** raise(3): sends a signal to the calling thread, which gets it before the call returns. */
  int raise(int signal);

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

  int unshare(int flags);

  int alarm(int seconds);

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

  int sched_yield();

  int sigaltstack(long stack, long old);

  int sigaction(int signal, long action, long old);

  int sigprocmask(int how, long set, long old);

  int sigpending(long set);

  int sigqueue(int pid, int signal, long value);

  int signalfd(int fd, long mask, int flags);

  int poll(long fds, long count, int timeout);

  int socket(int domain, int type, int protocol);

  int socketpair(int domain, int type, int protocol, long fds);

  int bind(int fd, long address, int length);

  int listen(int fd, int backlog);

  int accept4(int fd, long address, long length, int flags);

  int connect(int fd, long address, int length);

  int setsockopt(int fd, int level, int name, long value, int length);

  int getsockopt(int fd, int level, int name, long value, long length);

  long send(int fd, long bytes, long count, int flags);

  int shutdown(int fd, int how);

  long sendmsg(int fd, long message, int flags);

  long recvmsg(int fd, long message, int flags);

  int posix_openpt(int flags);

  int grantpt(int fd);

  int unlockpt(int fd);

  int ptsname_r(int fd, long buffer, long size);

  int tcgetattr(int fd, long termios);

  int tcsetattr(int fd, int when, long termios);

  /**
   * syscall(2) with up to four arguments: jffi has quick stubs, which allocate nothing, for no more
   * than six, the number among them.
   */
  long syscall(long number, long a, long b, long c, long d);

  /** syscall(2) with up to six arguments, for what the C library has no function for. */
  long syscall(long number, long a, long b, long c, long d, long e, long f);
}
