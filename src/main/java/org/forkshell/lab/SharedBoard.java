package org.forkshell.lab;

import java.nio.ByteBuffer;
import org.forkshell.posix.Posix;
import org.forkshell.wire.Board;

/**
 * The board, mapped.
 *
 * @param fd its descriptor, by which the console maps it too
 * @param address where it lies in this process and in all that it forks
 */
record SharedBoard(int fd, long address, ByteBuffer buffer) {
  private static final int MFD_CLOEXEC = 1;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;

  static SharedBoard create(Posix posix) {
    int fd = posix.libc().memfd_create(Posix.string("forkshell"), MFD_CLOEXEC);
    if (fd < 0 || posix.libc().ftruncate(fd, Board.SIZE) != 0) {
      throw new IllegalStateException("no shared memory: errno " + posix.errno());
    }
    fd = HighDescriptor.move(posix, fd);
    long address = posix.mmap(0, Board.SIZE, PROT_READ_WRITE, MAP_SHARED, fd, 0);
    if (address == -1) {
      throw new IllegalStateException("no shared memory: errno " + posix.errno());
    }
    return new SharedBoard(fd, address, posix.view(address, Board.SIZE));
  }
}
