package org.forkshell.kernel;

/** What a kernel makes of a system call; what comes with it stands in the {@link Task}. */
public enum Answer {
  /** The call returned {@link Task#value}. */
  DONE,
  /** It failed with {@link Task#errno}. */
  FAILED,
  /** It is to be made again, once the handlers of signals that have come have returned. */
  AGAIN,
  /**
   * It has to wait, and the task with it, until the kernel wakes it; the real kernel never says so.
   */
  WAIT,
  /** There is no such task any more. */
  GONE
}
