package org.forkshell.lab;

import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/** Our own descriptors keep out of a program's way, whose first one is 3. */
final class HighDescriptor {
  /** Of fcntl(2). */
  static final int F_SETFD = 2;

  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int HIGH = 200;
  private static final int LEAST = 20;
  private static final long SYS_CLOSE_RANGE = 436;

  private HighDescriptor() {}

  /** Moves a descriptor up, closed on exec; where there is no room, it stays. */
  static int move(Posix posix, int fd) {
    int high = copy(posix, fd);
    if (high < 0) {
      return fd;
    }
    posix.libc().close(fd);
    return high;
  }

  /** Another descriptor for the same, up where ours are, closed on exec; -1 without room. */
  static int copy(Posix posix, int fd) {
    return posix.libc().fcntl(fd, F_DUPFD_CLOEXEC, floor(posix.libc()));
  }

  /** From where on our own lie: lower where RLIMIT_NOFILE asks for it. */
  private static int floor(Libc libc) {
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

  /**
   * Closes what the JVM holds open between a program's standard descriptors and our own: its jars
   * and the like. A program process loads no classes any more, and its program is to find what a C
   * program finds: nothing but what is {@code given}.
   */
  static void closeLow(Libc libc, OwnDescriptors own, GivenDescriptors given) {
    int floor = floor(libc);
    // Where RLIMIT_NOFILE is small, not all of our own found room above. Kernels before 5.9 do not
    // know close_range(2).
    if (!given.isEmpty()
        || own.isAnyBelow(floor)
        || libc.syscall(SYS_CLOSE_RANGE, 3, floor - 1, 0, 0, 0, 0) != 0) {
      for (int fd = 3; fd < floor; fd++) {
        if (!own.contains(fd) && !given.contains(fd)) {
          libc.close(fd);
        }
      }
    }
  }
}
