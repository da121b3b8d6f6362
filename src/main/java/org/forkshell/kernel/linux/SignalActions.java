package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.Linux;
import org.forkshell.posix.Posix;

/**
 * What a program wants done with each signal, sigaction(2): all threads of a process share that.
 * The kernel knows of handlers only that there are some.
 */
final class SignalActions {
  static final int LAST = 64;

  /** Handler, flags, mask. */
  static final int SIZE = 24;

  private final long actions = Posix.reserve(SIZE * (LAST + 1));
  private boolean catches;

  /** A program begins that was started with some signals ignored, bit 0 for signal 1. */
  void begin(long ignored) {
    for (int signal = 1; signal <= LAST; signal++) {
      if ((ignored & 1L << (signal - 1)) != 0) {
        longAt(at(signal), Linux.SIG_IGN);
      }
    }
  }

  /** The address of a signal's action: handler, flags and mask, longs. */
  long at(int signal) {
    return actions + SIZE * signal;
  }

  long handler(int signal) {
    return longAt(at(signal));
  }

  int flags(int signal) {
    return (int) longAt(at(signal) + 8);
  }

  long mask(int signal) {
    return longAt(at(signal) + 16);
  }

  /** The default action from now on. */
  void reset(int signal) {
    longAt(at(signal), Linux.SIG_DFL);
  }

  /** Whether there is or was a handler. */
  boolean catches() {
    return catches;
  }

  void catchesFromNowOn() {
    catches = true;
  }
}
