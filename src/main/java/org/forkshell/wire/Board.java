package org.forkshell.wire;

/**
 * The layout of the shared memory: offsets in bytes of ints in the machine's byte order, then the
 * log, {@link LogEntry} after entry.
 */
public final class Board {
  /** How many entries the log has. Processes at its end sleep on this as on a futex(2). */
  public static final int ENTRIES = 0;

  /** Counts the learner's interrupts; a process that sees it change gives up its line. */
  public static final int INTERRUPTS = 4;

  /**
   * Sent after an interrupt was counted: wakes a call that blocks, so that it is seen. A real-time
   * signal that programs hardly use.
   */
  public static final int WAKE_SIGNAL = 62;

  /** How many live processes there may be, and how many there are. */
  public static final int LIVE_LIMIT = 8;

  public static final int LIVE = 12;

  /** Live ones and zombies: the bound and the count. */
  public static final int TOTAL_LIMIT = 16;

  public static final int TOTAL = 20;

  /** What descriptor 1 is to be taken for: an ordinal of {@link StandardOutput}. */
  public static final int STANDARD_OUTPUT = 24;

  /** Not 0 when processes tell of all that happens, 0 when of nothing. */
  public static final int EVENTS_WANTED = 28;

  /** The pid of the zygote. */
  public static final int ZYGOTE = 32;

  /**
   * The offset of stdout in every program's memory, a long, so that a process can tell how much
   * waits in its buffer; 0 where the program has none.
   */
  public static final int STDOUT_STREAM = 40;

  /**
   * Not 0 when a process has called execve: what it writes from then on it does not tell of, so
   * that only the kernel's order of all bytes says where they belong.
   */
  public static final int STRANGERS = 48;

  /** Pids of processes that called execve and so will not say when they end: ints, 0 where free. */
  public static final int EXECUTED = 64;

  public static final int EXECUTED_SLOTS = 512;

  /** How many of those are taken. */
  public static final int EXECUTED_COUNT = 36;

  /** Where the log starts. */
  public static final int LOG = 4096;

  /** The size of the whole; memory is used as it is written. */
  public static final int SIZE = 256 << 20;

  /** What a program is told that its standard output is; it decides how stdio buffers. */
  public enum StandardOutput {
    TERMINAL,
    PIPE,
    FILE
  }

  private Board() {}
}
