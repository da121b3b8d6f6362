package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.machine.Memory;
import org.forkshell.posix.Posix;

/**
 * A program's array of struct iovec, copied and made safe for the kernel as {@link Pointers} are:
 * what is not the program's memory is for the kernel to find, when it comes to that piece. A file
 * keeps the pieces before a bad one, and a pipe takes none of them.
 */
final class IoVectors {
  /** The size of a struct iovec on 64 bits: where a piece begins, and its length. */
  private static final int PIECE = 16;

  /** UIO_MAXIOV: the kernel takes no more at once. */
  private static final int MOST = 1024;

  private static final int READ_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS = 0x22;

  private final Memory memory;
  private final Pointers pointers;
  private final Posix posix;

  /** Where the safe array is: 0 before the first one, since most threads never have any. */
  private long copies;

  private long count;

  IoVectors(Memory memory, Posix posix) {
    this.memory = memory;
    this.posix = posix;
    this.pointers = new Pointers(memory);
  }

  /** A safe array for a call that reads the program's memory. */
  long read(long array, long length) {
    return copy(array, length, false);
  }

  /** A safe array for a call that writes into it. */
  long written(long array, long length) {
    return copy(array, length, true);
  }

  /** How many pieces the kernel is to be told of. */
  long count() {
    return count;
  }

  private boolean hasRoom() {
    if (copies == 0) {
      long mapped = posix.mmap(0, PIECE * MOST, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
      copies = mapped == -1 ? 0 : mapped;
    }
    return copies != 0;
  }

  private long copy(long array, long length, boolean written) {
    count = length;
    if (length <= 0 || length > MOST || !memory.isReadable(array, length * PIECE) || !hasRoom()) {
      return pointers.readable(array, Long.MAX_VALUE);
    }
    for (int i = 0; i < length; i++) {
      long from = memory.peekLong(array + (long) i * PIECE);
      long size = memory.peekLong(array + (long) i * PIECE + 8);
      long safe = written ? pointers.writableCount(from, size) : pointers.readableCount(from, size);
      long to = copies + (long) i * PIECE;
      longAt(to, written ? pointers.writable(from, safe) : pointers.readable(from, safe));
      longAt(to + 8, safe);
      if (safe != size) {
        // What can be had of this piece is had, and of those after it nothing.
        count = i + 1;
        break;
      }
    }
    return copies;
  }
}
