package org.forkshell.kernel.linux;

/** The error numbers, errno(3), that a program process must know by itself. */
final class Errno {
  static final int EPERM = 1;
  static final int EINTR = 4;
  static final int EBADF = 9;
  static final int EAGAIN = 11;
  static final int ENOMEM = 12;
  static final int EACCES = 13;
  static final int EFAULT = 14;
  static final int EINVAL = 22;
  static final int ENOTTY = 25;
  static final int EPIPE = 32;
  static final int ENOSYS = 38;
  static final int ENOMSG = 42;
  static final int ENOTSOCK = 88;
  static final int EMSGSIZE = 90;

  private Errno() {}
}
