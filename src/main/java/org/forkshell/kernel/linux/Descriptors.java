package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.wire.Board;
import org.forkshell.wire.Board.StandardOutput;

/**
 * Which descriptors of this process lead to the console. A program may move them about as it likes:
 * the kernel knows what they are.
 */
final class Descriptors {
  private static final short POLLIN = 1;

  private final Libc libc;
  private final long board;
  private final long stat = Posix.reserve(256);
  private final long pollfd = Posix.reserve(8);

  private boolean relayed;
  private boolean changed;
  private long inputInode;
  private long outputInode;
  private long errorInode;

  Descriptors(Posix posix, long board) {
    this.libc = posix.libc();
    this.board = board;
  }

  /**
   * Takes descriptors 0 to 2, as they are now, for the program's input, output and error output.
   *
   * @param relayed whether they lead to the console
   */
  void remember(boolean relayed) {
    this.relayed = relayed;
    inputInode = inode(0);
    outputInode = inode(1);
    errorInode = inode(2);
  }

  /** The program called something after which a descriptor may mean something else. */
  void mayHaveChanged() {
    changed = true;
  }

  /**
   * @return 1 or 2 where what is written to {@code fd} comes to the console as output or error
   *     output, else 0
   */
  int carried(int fd) {
    return relayed ? stream(fd) : 0;
  }

  /**
   * Whether a descriptor leads where the program's output went at first, or its error output by way
   * of the console: then it is not the kernel who knows what it is.
   */
  boolean isPretended(int fd) {
    return stream(fd) == 1 || carried(fd) == 2;
  }

  /** Whether such a descriptor is to be taken for a terminal; error output always is. */
  boolean isPretendedTerminal(int fd) {
    return stream(fd) == 2
        || intAt(board + Board.STANDARD_OUTPUT) == StandardOutput.TERMINAL.ordinal();
  }

  private int stream(int fd) {
    if (!changed) {
      return fd == 1 || fd == 2 ? fd : 0;
    }
    long inode = inode(fd);
    return inode == 0 ? 0 : inode == outputInode ? 1 : inode == errorInode ? 2 : 0;
  }

  /** Whether what is read from a descriptor is the input that the program was given. */
  boolean isInput(int fd) {
    return changed ? inputInode != 0 && inode(fd) == inputInode : fd == 0;
  }

  /** Whether a read would have to wait just now. */
  boolean mustWaitToRead(int fd) {
    intAt(pollfd, fd);
    shortAt(pollfd + 4, POLLIN);
    shortAt(pollfd + 6, 0);
    return libc.poll(pollfd, 1, 0) == 0;
  }

  /**
   * The inode of what a descriptor refers to, mixed with its device; 0 where it refers to nothing.
   */
  private long inode(int fd) {
    return libc.fstat(fd, stat) == 0 ? longAt(stat + 8) ^ (longAt(stat) << 48) : 0;
  }
}
