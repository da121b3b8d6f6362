package org.forkshell.abi;

/** What {@link Opcode#NOTE} and its like say of an access to memory, in one number. */
public final class NotedAccess {
  /** The object is written, or read and written; otherwise it is only read. */
  public static final int WRITES = 1;

  /** In one step that no other access can come in between. */
  public static final int ATOMIC = 2;

  private static final int SIZE_SHIFT = 2;
  private static final long MOST = Integer.MAX_VALUE >> SIZE_SHIFT;

  private NotedAccess() {}

  /**
   * The number.
   *
   * @param size in bytes; of a very large object the beginning is noted
   * @param how {@link #WRITES} and {@link #ATOMIC}
   */
  public static int of(long size, int how) {
    return (int) Math.min(size, MOST) << SIZE_SHIFT | how;
  }

  public static int size(int access) {
    return access >> SIZE_SHIFT;
  }

  /** {@link #WRITES} and {@link #ATOMIC}. */
  public static int how(int access) {
    return access & (WRITES | ATOMIC);
  }
}
