package org.forkshell.kernel.linux;

import org.forkshell.abi.StreamLayout;
import org.forkshell.machine.Memory;
import org.forkshell.machine.RawMemory;
import org.forkshell.wire.Board;

/** The program's stdout, as far as its process looks into it itself. Allocates nothing. */
final class StandardStream {
  private final Memory memory;
  private final long board;

  StandardStream(Memory memory, long board) {
    this.memory = memory;
    this.board = board;
  }

  /** How many bytes were printed and not written yet. */
  long unwritten() {
    long offset = RawMemory.longAt(board + Board.STDOUT_STREAM);
    if (offset == 0) {
      return 0;
    }
    long stream = Memory.addressOf(offset);
    if (!memory.isReadable(stream, StreamLayout.SIZE)
        || (memory.peekInt(stream + StreamLayout.FLAGS) & StreamLayout.PUTTING) == 0) {
      return 0;
    }
    // A program may have written over its own stdout.
    return Math.max(
        0,
        memory.peekLong(stream + StreamLayout.WRITE)
            - memory.peekLong(stream + StreamLayout.WRITE_BASE));
  }
}
