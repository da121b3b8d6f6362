package org.forkshell.abi;

/**
 * What a program asks the kernel for. The constants carry the names that ForkShell's own headers
 * declare with {@code __system}; a name that starts with two underscores is for the library alone.
 * Arguments are longs in the argument slots; the result is a long, -1 with {@code errno} set on
 * failure, unless said otherwise.
 */
public enum SystemCall {
  /**
   * {@code int __write(int fd, const void *bytes, size_t count, int reason)}: write(2) by stdio,
   * with why.
   */
  __write,
  write,
  read,
  fork,
  vfork,
  /** {@code void _exit(int status)}. */
  _exit,
  getpid,
  getppid,
  waitpid,
  wait4,
  waitid,
  kill,
  /**
   * {@code void __raise_default(int signal)}: set the default action, unblock, send to oneself:
   * what abort(3) ends with.
   */
  __raise_default,
  /**
   * {@code int __nanosleep(long seconds, long nanoseconds, long remaining[2])}; remaining may be
   * null.
   */
  __nanosleep,
  /**
   * {@code long __clock(int clock, long result[2])}: clock_gettime(2), result in seconds and
   * nanoseconds.
   */
  __clock,
  /** {@code int isatty(int fd)}: what the run says of its own descriptors, else the kernel. */
  isatty,
  getuid,
  geteuid,
  getgid,
  getegid,
  getpgrp,
  setpgid,
  getpgid,
  getsid,
  setsid,
  close,
  dup,
  dup2,
  /** {@code int pipe(int fds[2])}. */
  pipe,
  /** {@code int __open(const char *path, int flags, int mode)}. */
  __open,
  lseek,
  execve,
  pause,
  alarm,
  sched_yield,
  unlink,
  /** {@code char *__getcwd(char *buffer, size_t size)}: null on failure. */
  __getcwd,
  chdir,
  /**
   * {@code int __times(long ticks[5])}: user, system, children's user and system, and elapsed clock
   * ticks, as times(2).
   */
  __times,
  umask,
  access,
  nice,
  unshare,
  /** {@code int __prctl(int option, unsigned long argument)}: what a program may say of itself. */
  __prctl,
  mkdir,
  rmdir,
  fsync,
  rename,
  /**
   * {@code int __fcntl(int fd, int command, long argument)}: copies of descriptors, and flags; else
   * EINVAL.
   */
  __fcntl,
  /** {@code int stat(const char *path, struct stat *result)}. */
  stat,
  lstat,
  fstat,
  dup3,
  pipe2,
  mkfifo,
  link,
  symlink,
  readlink,
  chmod,
  fchmod,
  chown,
  lchown,
  fchown,
  truncate,
  ftruncate,
  pread,
  pwrite,
  fdatasync,
  sync,
  fchdir,
  flock,
  uname,
  /** {@code int __be_called(const char *name)}: what ps(1) shows of it, at most 15 bytes. */
  __be_called,
  getrusage,
  getrlimit,
  setrlimit,
  getpriority,
  setpriority,
  setuid,
  seteuid,
  setreuid,
  setgid,
  setegid,
  setregid,
  /**
   * {@code long __getdents(int fd, void *entries, size_t size)}: getdents64(2), how readdir(3)
   * reads a directory.
   */
  __getdents,
  /** {@code void *mmap(void *at, size_t length, int access, int flags, int fd, off_t offset)}. */
  mmap,
  munmap,
  mprotect,
  msync,
  shmget,
  shmat,
  shmdt,
  shmctl,
  semget,
  semop,
  /** {@code int __semctl(int set, int index, int command, long argument)}. */
  __semctl,
  msgget,
  msgsnd,
  msgrcv,
  msgctl,
  /**
   * {@code int __sleep_while(int *word, int value, const struct timespec *until)}: futex(2), sleeps
   * while the word in shared memory has the value, but not after the moment until, which may be
   * null.
   */
  __sleep_while,
  /** {@code int __wake(int *word)}: wakes one that sleeps on the word. */
  __wake,
  /**
   * {@code int __exchange(int *word, int expected, int value)}: 1 if the word had the expected
   * value and has the new one now, else 0.
   */
  __exchange,
  socket,
  socketpair,
  bind,
  listen,
  accept4,
  connect,
  sendto,
  recvfrom,
  shutdown,
  getsockname,
  getpeername,
  setsockopt,
  getsockopt,
  poll,
  /**
   * {@code int __ppoll(struct pollfd *fds, long count, const struct timespec *timeout, const long
   * *mask)}: poll(2) with a mask of signals meanwhile; null is none.
   */
  __ppoll,
  /**
   * {@code int __sigaction(int signal, const long action[3], long old[3])}: handler, flags and mask
   * of sigaction(2); either may be null.
   */
  __sigaction,
  /** {@code int __sigprocmask(int how, const long *set, long *old)}. */
  __sigprocmask,
  /** {@code int __sigpending(long *set)}. */
  __sigpending,
  /** {@code int __sigsuspend(const long *mask)}. */
  __sigsuspend,
  /**
   * {@code int __sigtimedwait(const long *set, siginfo_t *info, const struct timespec *timeout)}:
   * the last two may be null.
   */
  __sigtimedwait,
  /** {@code int __sigqueue(int pid, int signal, long value)}. */
  __sigqueue,
  setitimer,
  getitimer,
  /** Where a handler returns to: the program goes on where the signal had come. */
  __sigreturn,
  // What the kernel does by itself: arguments as the kernel's own call has them, section 2 of the
  // manual.
  epoll_create1,
  __epoll_ctl,
  __epoll_wait,
  __eventfd,
  __signalfd,
  timerfd_create,
  timerfd_settime,
  timerfd_gettime,
  inotify_init1,
  inotify_add_watch,
  inotify_rm_watch,
  memfd_create,
  pidfd_open,
  pidfd_send_signal,
  __mq_open,
  __mq_unlink,
  mq_timedsend,
  mq_timedreceive,
  __mq_notify,
  __mq_getsetattr,
  __openat,
  mkdirat,
  unlinkat,
  renameat,
  linkat,
  symlinkat,
  readlinkat,
  __fchmodat,
  fchownat,
  __faccessat,
  fstatat,
  utimensat,
  mknodat,
  statfs,
  fstatfs,
  fallocate,
  sendfile,
  splice,
  tee,
  copy_file_range,
  chroot,
  mount,
  umount2,
  clock_getres,
  clock_settime,
  __timer_create,
  __timer_settime,
  __timer_gettime,
  __timer_getoverrun,
  __timer_delete,
  sched_setscheduler,
  sched_getscheduler,
  sched_setparam,
  sched_getparam,
  sched_get_priority_max,
  sched_get_priority_min,
  sched_rr_get_interval,
  __sched_setaffinity,
  __sched_getaffinity,
  getcpu,
  __prlimit,
  getgroups,
  __setgroups,
  getresuid,
  getresgid,
  setresuid,
  setresgid,
  __sethostname,
  setns,
  personality,
  __futex,
  getrandom,
  sysinfo,
  madvise,
  mlock,
  munlock,
  // What has code of its own in the lab.
  /**
   * {@code int __ioctl(int fd, unsigned long request, long argument)}: of terminals, of sockets and
   * pipes what does not name their interfaces.
   */
  __ioctl,
  /**
   * {@code int __clone(int flags, int *parent, int *child)}: clone(2) that returns twice, as
   * fork(2).
   */
  __clone,
  __clock_nanosleep,
  __mremap,
  mlockall,
  munlockall,
  /** {@code long __ptrace(int request, int pid, long address, long data)}: the kernel's own. */
  __ptrace,
  sendmsg,
  recvmsg,
  readv,
  writev,
  preadv,
  pwritev
}
