package org.forkshell.posix;

import org.forkshell.abi.Linux;

/** Our own descriptors keep out of a program's way, whose first one is 3. */
public final class HighDescriptor {
  /** Of fcntl(2). */
  public static final int F_SETFD = 2;

  private static final int F_DUPFD_CLOEXEC = Linux.F_DUPFD_CLOEXEC;
  private static final int HIGH = 200;
  private static final int LEAST = 20;

  private HighDescriptor() {}

  /**
   * Moves a descriptor up, closed on exec; where there is no room, it stays. What is none, the -1
   * of a call that failed, is returned with that call's errno.
   */
  public static int move(Posix posix, int fd) {
    if (fd < 0) {
      return fd;
    }
    int high = copy(posix, fd);
    if (high < 0) {
      return fd;
    }
    posix.libc().close(fd);
    return high;
  }

  /** Another descriptor for the same, up where ours are, closed on exec; -1 without room. */
  public static int copy(Posix posix, int fd) {
    return posix.libc().fcntl(fd, F_DUPFD_CLOEXEC, floor(posix.libc()));
  }

  /** From where on our own lie: lower where RLIMIT_NOFILE asks for it. */
  public static int floor(Libc libc) {
    int floor = HIGH;
    while (floor > LEAST) {
      int copy = libc.fcntl(0, F_DUPFD_CLOEXEC, floor);
      if (copy >= 0) {
        libc.close(copy);
        break;
      }
      floor /= 2;
    }
    return floor;
  }
}
