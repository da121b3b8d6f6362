package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.abi.Linux;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.process.Signal;
import org.forkshell.wire.Hazard;

/**
 * What the kernel does when a parent is killed before it could end its children.
 *
 * <p>To the supervisor and to the zygote it sends SIGCONT, prctl(2): a process that was stopped
 * goes on, sees that the console is gone and ends the rest.
 *
 * <p>To the root's process group it sends SIGKILL when the zygote is gone, should nobody be left
 * who could end it. The zygote holds both ends of a pipe; with the zygote the pipe loses its
 * writer, which is news for the reader, and news about this reader are a SIGKILL for the group,
 * F_SETSIG and F_SETOWN of fcntl(2). A dying process's descriptors are closed from the lowest to
 * the highest, and files are let go of in that order or the other way round, depending on the
 * kernel; the writer must go first. So there are two pipes, one for each.
 */
final class ParentDeathSignal {
  private static final int SIGCONT = Signal.SIGCONT.number();
  private static final int F_SETOWN = 8;
  private static final int F_SETSIG = 10;
  private static final int O_ASYNC = 0x2000;
  private static final int SIGKILL = Signal.SIGKILL.number();

  private final Posix posix;
  private final Libc libc;
  private final int[] readers = new int[2];
  private final int[] writers = new int[2];
  private final long ends = Posix.allocate(8).address();

  ParentDeathSignal(Posix posix) {
    this.posix = posix;
    this.libc = posix.libc();
  }

  /**
   * From now on this process, if it is stopped, goes on when its parent ends.
   *
   * @throws UnsafeException when the kernel does not promise it
   */
  static void wake(Libc libc) {
    check(libc.prctl(Linux.PR_SET_PDEATHSIG, SIGCONT, 0, 0, 0));
  }

  /**
   * From now on a group can be named that is not to outlive this process.
   *
   * @throws UnsafeException when the kernel does not promise it
   */
  void open() {
    for (int i = 0; i < 2; i++) {
      if (libc.pipe(ends) != 0) {
        throw new SystemCallException("pipe", posix.errno());
      }
      if (i == 0) {
        readers[i] = HighDescriptor.move(posix, intAt(ends));
        writers[i] = HighDescriptor.move(posix, intAt(ends + 4));
      } else {
        writers[i] = HighDescriptor.move(posix, intAt(ends + 4));
        readers[i] = HighDescriptor.move(posix, intAt(ends));
      }
      check(libc.fcntl(readers[i], Linux.F_SETFL, O_ASYNC));
      check(libc.fcntl(readers[i], F_SETSIG, SIGKILL));
    }
  }

  private static void check(int result) {
    if (result != 0) {
      throw new UnsafeException(Hazard.NO_DEATH_SIGNAL);
    }
  }

  /** From now on it is this group that is not to live on. */
  void concern(int group) {
    for (int reader : readers) {
      libc.fcntl(reader, F_SETOWN, -group);
    }
  }

  /** What a child keeps. */
  int[] readers() {
    return readers.clone();
  }

  /** In a child: as long as it has the writers, they are not gone. */
  void disown() {
    for (int writer : writers) {
      libc.close(writer);
    }
  }
}
