package org.forkshell.kernel;

import org.forkshell.process.Signal;

/** What a program can do that a processor refuses, and what the kernel makes of it. */
public enum Fault {
  /** SEGV_MAPERR of sigaction(2): it touched memory that it does not have. */
  MEMORY(Signal.SIGSEGV, 1),
  /** FPE_INTDIV: an integer division that has no result. */
  DIVISION(Signal.SIGFPE, 1),
  /** ILL_ILLOPC: it went where there are no instructions. */
  NO_INSTRUCTION(Signal.SIGILL, 1);

  private final Signal signal;
  private final int code;

  Fault(Signal signal, int code) {
    this.signal = signal;
    this.code = code;
  }

  /** The signal that the processor causes. */
  public Signal signal() {
    return signal;
  }

  /** What {@code si_code} of siginfo_t says. */
  public int code() {
    return code;
  }
}
