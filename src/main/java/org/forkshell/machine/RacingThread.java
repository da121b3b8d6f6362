package org.forkshell.machine;

/**
 * A thread of a program in which data races are looked for: which it is to {@link Races}, and the
 * race that it has just run into. All addresses and offsets are the program's.
 */
public final class RacingThread {
  /** None of those that are looked at. */
  static final int NOBODY = -1;

  int slot = NOBODY;

  // What a native function is about to access: two stretches that are read, one that is written.
  long readAt;
  long readLength;
  long alsoReadAt;
  long alsoReadLength;
  long writtenAt;
  long writtenLength;

  boolean found;
  long address;
  int how;
  int other;
  int otherCode;
  int otherFrame;
  int otherHow;

  /** The first byte that both have accessed. */
  public long address() {
    return address;
  }

  /** How this thread accesses it, as {@link org.forkshell.abi.NotedAccess} says it. */
  public int how() {
    return how;
  }

  /** The other thread, by the kernel's id. */
  public int other() {
    return other;
  }

  /** The code offset of the other thread's access. */
  public int otherCode() {
    return otherCode;
  }

  /** The offset in the address space of the frame that the other thread was in, unsigned. */
  public int otherFrame() {
    return otherFrame;
  }

  public int otherHow() {
    return otherHow;
  }
}
