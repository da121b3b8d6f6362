package org.forkshell.lab;

import org.forkshell.posix.Posix;

/** Our own descriptors keep out of a program's way, whose first one is 3. */
final class HighDescriptor {
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int HIGH = 200;

  private HighDescriptor() {}

  /** Moves a descriptor up, closed on exec; where there is no room, it stays. */
  static int move(Posix posix, int fd) {
    int high = posix.libc().fcntl(fd, F_DUPFD_CLOEXEC, HIGH);
    if (high < 0) {
      return fd;
    }
    posix.libc().close(fd);
    return high;
  }
}
