package org.forkshell.abi;

/**
 * The frame that lies between an interrupted function's and its signal handler's: offsets from its
 * frame pointer.
 */
public final class SignalFrame {
  public static final int SIZE = 1200;

  /** The mask that holds again when the handler returns, a long. */
  public static final int MASK = -16;

  /** A siginfo_t. */
  public static final int INFO = -144;

  public static final int INFO_SIZE = 128;

  /** A ucontext_t, all zeros: no program can know this machine's registers. */
  public static final int CONTEXT = -1168;

  public static final int CONTEXT_SIZE = 1024;

  private SignalFrame() {}
}
