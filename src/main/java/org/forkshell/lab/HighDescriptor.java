package org.forkshell.lab;

import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/** Our own descriptors keep out of a program's way, whose first one is 3. */
final class HighDescriptor {
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int HIGH = 200;
  private static final long SYS_CLOSE_RANGE = 436;

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

  /**
   * Closes what the JVM holds open between a program's standard descriptors and our own: its jars
   * and the like. A program process loads no classes any more, and its program is to find what a C
   * program finds.
   */
  static void closeLow(Libc libc) {
    if (libc.syscall(SYS_CLOSE_RANGE, 3, HIGH - 1, 0, 0, 0, 0) != 0) {
      // Kernels before 5.9 do not know close_range(2).
      for (int fd = 3; fd < HIGH; fd++) {
        libc.close(fd);
      }
    }
  }
}
