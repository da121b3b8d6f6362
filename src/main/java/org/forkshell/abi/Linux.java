package org.forkshell.abi;

/**
 * Numbers of Linux' interface that are the same on every processor and are needed here and there.
 */
public final class Linux {
  public static final int AT_FDCWD = -100;
  public static final int AT_REMOVEDIR = 0x200;
  public static final int AT_SYMLINK_NOFOLLOW = 0x100;
  public static final int O_ACCMODE = 3;
  public static final int O_RDONLY = 0;
  public static final int O_WRONLY = 1;
  public static final int O_RDWR = 2;
  public static final int O_NOCTTY = 0x100;
  public static final int O_NONBLOCK = 0x800;
  public static final int O_CLOEXEC = 0x8_0000;
  public static final int SOCK_CLOEXEC = O_CLOEXEC;
  public static final int F_DUPFD = 0;
  public static final int F_GETFD = 1;
  public static final int F_SETFD = 2;
  public static final int F_GETFL = 3;
  public static final int F_SETFL = 4;
  public static final int F_DUPFD_CLOEXEC = 1030;
  public static final int WNOHANG = 1;
  public static final int WNOWAIT = 0x0100_0000;
  public static final int PR_SET_NAME = 15;
  public static final int WSTOPPED = 2;
  public static final int P_PID = 1;
  public static final int SIG_BLOCK = 0;
  public static final int SIG_UNBLOCK = 1;
  public static final int SIG_SETMASK = 2;
  public static final int SA_SIGINFO = 4;
  public static final int SA_ONSTACK = 0x0800_0000;
  public static final int MSG_DONTWAIT = 0x40;
  public static final int MSG_NOSIGNAL = 0x4000;
  public static final int MSG_EXCEPT = 0x2000;
  public static final int TCGETS = 0x5401;
  public static final int TIOCGPGRP = 0x540F;
  public static final int PR_SET_PDEATHSIG = 1;
  public static final int PR_SET_CHILD_SUBREAPER = 36;
  public static final int PROT_READ_WRITE = 3;
  public static final long SIG_DFL = 0;
  public static final long SIG_IGN = 1;

  private Linux() {}
}
