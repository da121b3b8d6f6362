package org.forkshell.process;

import java.util.List;

/**
 * Two accesses of two threads to the same memory, at least one of which writes it, and nothing
 * orders them. The one that was found second is the event's own.
 *
 * @param address the first byte that both accessed
 * @param access how the thread that tells it does
 * @param other where the other one did
 * @param otherAccess how that was
 * @param block the block of the heap in which it lies; 0 for none
 * @param allocators the code offset where that block was allocated, then those after which the
 *     callers go on; 0 where there are no more
 */
public record DataRace(
    long address,
    Access access,
    Place other,
    Access otherAccess,
    long block,
    List<Integer> allocators) {
  public DataRace {
    allocators = List.copyOf(allocators);
  }

  /** What is done to the memory. */
  public enum Access {
    READ,
    WRITE,
    /** In one step that others cannot come between. */
    ATOMIC_READ,
    ATOMIC_WRITE;

    private static final Access[] ALL = values();

    public boolean isWrite() {
      return this == WRITE || this == ATOMIC_WRITE;
    }

    public boolean isAtomic() {
      return this == ATOMIC_READ || this == ATOMIC_WRITE;
    }

    /** By what processes send: 1 for a write, 2 for one step, or their sum. */
    public static Access of(int bits) {
      return ALL[bits & 3];
    }
  }

  /**
   * Where a thread was.
   *
   * @param tid the kernel's id of it
   * @param code the code offset
   * @param frame the offset in the address space of its frame
   */
  public record Place(int tid, int code, long frame) {}
}
