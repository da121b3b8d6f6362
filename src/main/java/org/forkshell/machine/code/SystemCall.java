package org.forkshell.machine.code;

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
  /** {@code char *getcwd(char *buffer, size_t size)}: null on failure. */
  getcwd,
  chdir,
  /**
   * {@code int __times(long ticks[5])}: user, system, children's user and system, and elapsed clock
   * ticks, as times(2).
   */
  __times,
  umask,
  access,
  nice,
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
  pipe2
}
