package org.forkshell.lab;

import java.nio.ByteBuffer;
import org.forkshell.abi.Linux;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.wire.Board;

/**
 * The board, mapped.
 *
 * @param fd its descriptor, by which the console maps it too
 * @param address where it lies in this process and in all that it forks
 */
record SharedBoard(int fd, long address, ByteBuffer buffer) {
  private static final int MFD_CLOEXEC = 1;
  private static final int MFD_ALLOW_SEALING = 2;
  private static final int F_ADD_SEALS = 1033;
  private static final int F_SEAL_SEAL = 1;
  private static final int F_SEAL_SHRINK = 2;
  private static final int F_SEAL_GROW = 4;
  private static final int F_SEAL_FUTURE_WRITE = 16;
  private static final int MAP_SHARED = 1;

  static SharedBoard create(Posix posix) {
    int fd = posix.libc().memfd_create(Posix.string("forkshell"), MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0 || posix.libc().ftruncate(fd, Board.SIZE) != 0) {
      throw new SystemCallException("memfd_create", posix.errno());
    }
    // Who maps it must not find it gone: reading beyond the end of a file is SIGBUS.
    if (posix.libc().fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0) {
      throw new SystemCallException("fcntl F_ADD_SEALS", posix.errno());
    }
    fd = HighDescriptor.move(posix, fd);
    long address = posix.mmap(0, Board.SIZE, Linux.PROT_READ_WRITE, MAP_SHARED, fd, 0);
    if (address == -1) {
      throw new SystemCallException("mmap", posix.errno());
    }
    return new SharedBoard(fd, address, posix.view(address, Board.SIZE));
  }

  /**
   * Once all who write here have mapped it: nobody else can write from now on, by opening it in
   * /proc. Kernels before 5.1 know only of the other seals.
   */
  void seal(Libc libc) {
    libc.fcntl(fd, F_ADD_SEALS, F_SEAL_FUTURE_WRITE);
    libc.fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL);
  }
}
