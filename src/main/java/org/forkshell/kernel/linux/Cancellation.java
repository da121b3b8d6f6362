package org.forkshell.kernel.linux;

import org.forkshell.abi.CallRow;

/** Whether a thread is to be cancelled, and when it may be: pthread_cancel(3). */
final class Cancellation {
  /** What pthread_cancel(3) sends, a signal that no program can catch itself, as in glibc. */
  static final int SIGCANCEL = 32;

  // What the C library's __cancel_mode is given.
  private static final int ASYNCHRONOUS = 1;
  private static final int DISABLED = 2;

  private int mode;

  /** Whether somebody wants this thread to end, and it has not begun to. */
  private boolean isWanted;

  /** Whether it is to begin now. */
  private boolean isDue;

  /** A thread begins. */
  void begin() {
    mode = 0;
    isWanted = false;
    isDue = false;
  }

  /** When pthread_cancel(3) has an effect on this thread; gives how it was before. */
  int mode(int wanted) {
    int before = mode;
    mode = wanted;
    isDue = isWanted && wanted == ASYNCHRONOUS;
    return before;
  }

  /** Somebody wants this thread to end. */
  void wanted() {
    isWanted = true;
    isDue = mode == ASYNCHRONOUS;
  }

  /** Whether the thread ends instead of making a call. */
  boolean begins(CallRow row) {
    isDue = isWanted && mode != DISABLED && row.cancels();
    return isDue;
  }

  /** Whether the thread is to go on in the function that ends it. */
  boolean isDue() {
    return isDue;
  }

  /** It does. */
  void done() {
    isDue = false;
    isWanted = false;
    mode = DISABLED;
  }
}
