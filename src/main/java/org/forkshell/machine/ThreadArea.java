package org.forkshell.machine;

import org.forkshell.abi.AddressSpace;

/**
 * What of a program's memory belongs to the thread that a machine is: its stack, its {@code errno}
 * and its thread-local objects. All addresses are the program's. A machine whose thread has ended
 * may become another thread, so that this can change.
 */
public final class ThreadArea {
  private long stackStart = AddressSpace.ORIGIN + AddressSpace.STACK;
  private long stackEnd = AddressSpace.ORIGIN + AddressSpace.STACK_END;
  private long stackTop = AddressSpace.ORIGIN + AddressSpace.ARGUMENTS;
  private long errno = AddressSpace.ORIGIN + AddressSpace.ERRNO;
  private long threadLocal;

  /** The first thread's, which every program has. */
  public ThreadArea() {}

  /** Makes it another thread's. */
  public void set(long stackStart, long stackEnd, long errno, long threadLocal) {
    this.stackStart = stackStart;
    this.stackEnd = stackEnd;
    this.stackTop = stackEnd;
    this.errno = errno;
    this.threadLocal = threadLocal;
  }

  /** The same as {@code other}'s. */
  void set(ThreadArea other) {
    set(other.stackStart, other.stackEnd, other.errno, other.threadLocal);
    stackTop = other.stackTop;
  }

  /** The lowest address that the stack may reach. */
  public long stackStart() {
    return stackStart;
  }

  /** The first address after the stack. */
  public long stackEnd() {
    return stackEnd;
  }

  /** Where the frame of the first function begins: below what the program gets as its arguments. */
  long stackTop() {
    return stackTop;
  }

  /** The address of the thread's {@code errno}, an int. */
  public long errno() {
    return errno;
  }

  /**
   * How far the thread's own objects lie from those of the first thread, in bytes: 0 for the first.
   */
  public long threadLocal() {
    return threadLocal;
  }
}
