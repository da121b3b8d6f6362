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

  int mkfifo(long path, int mode);

  int link(long path, long other);

  int symlink(long target, long path);

  long readlink(long path, long target, long size);

  int chmod(long path, int mode);

  int fchmod(int fd, int mode);

  int chown(long path, int owner, int group);

  int lchown(long path, int owner, int group);

  int fchown(int fd, int owner, int group);

  int truncate(long path, long length);

  long pread(int fd, long buffer, long count, long offset);

  long pwrite(int fd, long buffer, long count, long offset);

  int fdatasync(int fd);

  void sync();

  int fchdir(int fd);

  int flock(int fd, int operation);

  int uname(long result);

  int getrusage(int who, long result);

  int getrlimit(int resource, long result);

  int setrlimit(int resource, long limit);

  int getpriority(int kind, int who);

  int setpriority(int kind, int who, int priority);

  int setuid(int user);

  int seteuid(int user);

  int setreuid(int real, int effective);

  int setgid(int group);

  int setegid(int group);

  int setregid(int real, int effective);

  int mprotect(long address, long length, int protection);

  int msync(long address, long length, int flags);

  int shmget(int key, long size, int flags);

  long shmat(int id, long address, int flags);

  int shmdt(long address);

  int shmctl(int id, int command, long buffer);

  int semget(int key, int count, int flags);

  int semtimedop(int set, long operations, long count, long timeout);

  int semctl(int set, int index, int command, long argument);

  int msgget(int key, int flags);

  int msgsnd(int queue, long message, long size, int flags);

  long msgrcv(int queue, long message, long size, long type, int flags);

  int msgctl(int queue, int command, long buffer);

  int umask(int mask);

  int fsync(int fd);

  void _exit(int status);

  int execve(long path, long arguments, long environment);

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

  int sigpending(long set);

  int sigqueue(int pid, int signal, long value);

  int setitimer(int which, long timer, long old);

  int getitimer(int which, long timer);

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

  long recv(int fd, long buffer, long count, int flags);

  int shutdown(int fd, int how);

  int getsockname(int fd, long address, long length);

  int getpeername(int fd, long address, long length);

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
