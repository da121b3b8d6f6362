package org.forkshell.kernel.linux;

import org.forkshell.machine.Races;
import org.forkshell.posix.Posix;

/** The memory that {@link Races} work in: much of it is never touched, and so never there. */
public final class RaceMemory {
  private static final int READ_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000;
  private static final int MADV_DONTFORK = 10;
  private static final int MADV_NOHUGEPAGE = 15;

  private RaceMemory() {}

  /** Maps it; -1 where the kernel refuses. A child of fork has none. */
  public static long map(Posix posix) {
    long address = posix.mmap(0, Races.SIZE, READ_WRITE, PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
    if (address != -1) {
      posix.libc().madvise(address, Races.SIZE, MADV_DONTFORK);
      // A word that is accessed is not to take two megabytes.
      posix.libc().madvise(address, Races.SIZE, MADV_NOHUGEPAGE);
    }
    return address;
  }

  /** Gives it back. */
  public static void unmap(Posix posix, long address) {
    posix.libc().munmap(address, Races.SIZE);
  }
}
