package org.forkshell.kernel.linux;

import org.forkshell.machine.Memory;

/**
 * A program's pointers, made safe for the kernel: in this process there is more memory than the
 * program's, which the kernel must not touch on its behalf. A pointer to what is not the program's
 * becomes one to where nobody has memory. So it is the kernel that finds it bad, when and if it
 * comes to use it: wait(2) with such a pointer collects the child before it fails with EFAULT, as
 * it does for a C program.
 */
final class Pointers {
  /** In the lowest page, where Linux maps nothing; aligned for whatever it is taken for. */
  private static final long NOWHERE = 64;

  /** Where the kernel's own addresses begin: those it refuses by itself. */
  private static final long USER_END = 0x7FFF_FFFF_F000L;

  /** Beyond all user memory, so that no length reaches what is ours. */
  private static final long FAR = 0x7000_0000_0000_0000L;

  private static final int PAGE = 4096;

  private final Memory memory;

  Pointers(Memory memory) {
    this.memory = memory;
  }

  /** A pointer through which the kernel reads {@code size} bytes; null stays null. */
  long readable(long address, long size) {
    return size == 0 || isKernels(address) || memory.isReadable(address, size)
        ? address
        : nowhere(address);
  }

  /** A pointer through which the kernel writes {@code size} bytes; null stays null. */
  long writable(long address, long size) {
    return size == 0 || isKernels(address) || memory.isWritable(address, size)
        ? address
        : nowhere(address);
  }

  /** The address of a stretch of memory that the kernel is to do something about, as madvise(2). */
  long range(long address, long size) {
    return size == 0 || memory.isReadable(address, size) ? address : FAR | (address & (PAGE - 1));
  }

  /** A pointer to a string. */
  long string(long address) {
    return readable(address, 1);
  }

  /**
   * How much of a buffer the kernel can read: for calls that then transfer less, rather than
   * nothing.
   */
  long readableCount(long address, long count) {
    return memory.isReadable(address, 1)
        ? within(count, memory.readableEnd(address) - address)
        : count;
  }

  /** How much of a buffer the kernel can write. */
  long writableCount(long address, long count) {
    return memory.isWritable(address, 1)
        ? within(count, memory.readableEnd(address) - address)
        : count;
  }

  /** Counts that are negative or too great are for the kernel to refuse. */
  private static long within(long count, long most) {
    return count > most ? most : count;
  }

  private static long nowhere(long address) {
    return address == 0 ? 0 : NOWHERE;
  }

  private static boolean isKernels(long address) {
    return address < 0 || address >= USER_END;
  }
}
