package org.forkshell.abi;

/**
 * What {@link Opcode#CHANGE} does with an object that other threads and processes may use at the
 * same time: it is read and written in one step, between which nobody sees it, and in an order that
 * all agree on (C11 5.1.2.4, {@code memory_order_seq_cst}). Weaker orders are not told apart: a
 * stronger one is always allowed.
 */
public enum AtomicOperation {
  LOAD,
  EXCHANGE,
  ADD,
  SUBTRACT,
  AND,
  OR,
  XOR,
  /** {@code ~(before & operand)}, as gcc has it since version 4.4. */
  NAND;

  private static final int SIZES = 16;

  /**
   * The number by which the instruction names this operation on objects of a size.
   *
   * @param size 1, 2, 4 or 8 bytes
   */
  public int on(long size) {
    return ordinal() * SIZES + (int) size;
  }

  /** The size that {@code number} names, in bytes. */
  public static int size(int number) {
    return number & (SIZES - 1);
  }

  /** The ordinal of the operation that {@code number} names. */
  public static int ordinal(int number) {
    return number / SIZES;
  }

  /** Whether there are steps on objects of this size. */
  public static boolean fits(long size) {
    return size == 1 || size == 2 || size == 4 || size == 8;
  }
}
