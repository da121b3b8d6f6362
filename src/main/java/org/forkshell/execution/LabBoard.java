package org.forkshell.execution;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.forkshell.abi.Linux;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.wire.Board;

/**
 * The memory that this process shares with all processes of a lab: {@link Board}.
 *
 * @param memory the same memory as {@code address}, for Java
 */
record LabBoard(long address, ByteBuffer memory) {
  private static final VarHandle COUNTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private static final int MAP_SHARED = 1;
  private static final int O_RDWR_CLOEXEC = Linux.O_RDWR | Linux.O_CLOEXEC;

  /**
   * Maps it.
   *
   * @param fd the zygote's descriptor of it
   */
  static LabBoard map(Posix posix, long zygote, int fd) {
    int own =
        posix
            .libc()
            .open(
                Posix.string(Path.of("/proc", zygote + "", "fd", fd + "").toString()),
                O_RDWR_CLOEXEC,
                0);
    long address =
        own < 0 ? -1 : posix.mmap(0, Board.SIZE, Linux.PROT_READ_WRITE, MAP_SHARED, own, 0);
    if (address == -1) {
      throw new SystemCallException(own < 0 ? "open" : "mmap", posix.errno());
    }
    posix.libc().close(own);
    return new LabBoard(address, posix.view(address, Board.SIZE));
  }

  /**
   * Takes a process off the counts that limit how many there may be.
   *
   * @param alive whether it had no time to take itself off those that are alive
   */
  void uncount(boolean alive) {
    COUNTS.getAndAdd(memory, Board.TOTAL, -1);
    if (alive) {
      COUNTS.getAndAdd(memory, Board.LIVE, -1);
    }
  }
}
