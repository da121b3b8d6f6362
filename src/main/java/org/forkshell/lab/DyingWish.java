package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * What the kernel does for a zygote that is killed before it could end its processes: it kills
 * them. The zygote holds both ends of a pipe; when it is gone, the pipe has no writer left, which
 * is news for the reader, and news about this reader are a SIGKILL for the root's process group,
 * F_SETSIG and F_SETOWN of fcntl(2).
 *
 * <p>A dying process's descriptors are closed from the lowest to the highest, and files are let go
 * of in that order or the other way round, depending on the kernel; the writer must go first. So
 * there are two pipes, one for each.
 */
final class DyingWish {
  private static final int F_SETFL = 4;
  private static final int F_SETOWN = 8;
  private static final int F_SETSIG = 10;
  private static final int O_ASYNC = 0x2000;
  private static final int SIGKILL = 9;

  private final Libc libc;
  private final int[] readers = new int[2];
  private final int[] writers = new int[2];

  DyingWish(Posix posix) {
    this.libc = posix.libc();
    long ends = Posix.allocate(8).address();
    for (int i = 0; i < 2; i++) {
      libc.pipe(ends);
      if (i == 0) {
        readers[i] = HighDescriptor.move(posix, intAt(ends));
        writers[i] = HighDescriptor.move(posix, intAt(ends + 4));
      } else {
        writers[i] = HighDescriptor.move(posix, intAt(ends + 4));
        readers[i] = HighDescriptor.move(posix, intAt(ends));
      }
      libc.fcntl(readers[i], F_SETFL, O_ASYNC);
      libc.fcntl(readers[i], F_SETSIG, SIGKILL);
    }
  }

  /** From now on it is this group that is not to live on. */
  void concern(int group) {
    for (int reader : readers) {
      libc.fcntl(reader, F_SETOWN, -group);
    }
  }

  /** In a child: as long as it has the writers, they are not gone. */
  void disown() {
    for (int writer : writers) {
      libc.close(writer);
    }
  }
}
