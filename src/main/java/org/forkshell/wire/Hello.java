package org.forkshell.wire;

/**
 * The first message from the frozen JVM to the console, offsets in bytes of ints in the machine's
 * byte order: it is ready, or why it is not.
 */
public final class Hello {
  /**
   * 0 where it is ready, one more than the ordinal of a {@link Hazard}, or less than 0: the error
   * number of {@link #CALL}.
   */
  public static final int HAZARD = 0;

  /** The pid of the zygote. */
  public static final int ZYGOTE = 4;

  /** The zygote's descriptor of the board. */
  public static final int BOARD = 8;

  /** The name of the system call that failed, padded with blanks: its error number is known. */
  public static final int CALL = 12;

  public static final int CALL_SIZE = 20;

  public static final int SIZE = CALL + CALL_SIZE;

  private Hello() {}
}
