package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.byteAt;

import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * The children of this process as the kernel lists them, proc(5), read without allocation. It lists
 * them by thread, and this process has only one: those that it forked and, as a subreaper, adopted.
 */
final class Children {
  private static final int SIZE = 1 << 16;

  private final Libc libc;
  private final long path = Posix.string("/proc/thread-self/children");
  private final long text = Posix.allocate(SIZE).address();

  Children(Posix posix) {
    this.libc = posix.libc();
  }

  /** Whether this kernel lists them. */
  boolean areListed() {
    int fd = libc.open(path, 0, 0);
    return fd >= 0 && libc.close(fd) == 0;
  }

  /** Sends a signal to each. */
  void signalAll(int signal) {
    int fd = libc.open(path, 0, 0);
    if (fd < 0) {
      return;
    }
    int pid = 0;
    long got = libc.read(fd, text, SIZE);
    for (long i = 0; i < got; i++) {
      int digit = byteAt(text + i) - '0';
      if (digit >= 0 && digit <= 9) {
        pid = pid * 10 + digit;
      } else if (pid != 0) {
        libc.kill(pid, signal);
        pid = 0;
      }
    }
    libc.close(fd);
  }
}
