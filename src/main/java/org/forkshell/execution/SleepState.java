package org.forkshell.execution;

import org.jspecify.annotations.Nullable;

/**
 * That a process sleeps in a system call, or is stopped, by the kernel's word, and how often it had
 * done so then. Where that has not changed later, it has not run meanwhile, and so has neither told
 * nor done anything.
 *
 * @param turns how often it had gone to sleep
 */
public record SleepState(int pid, boolean isStopped, long turns) {
  /** What it is now; null for a process that runs, is dead, or about to be one or the other. */
  static @Nullable SleepState of(int pid) {
    long turns = TerminalReads.turns(pid);
    ProcessStatus status = ProcessStatus.read(pid).orElse(null);
    return status != null
            && (status.state() == 'S' || status.isStopped())
            // Between the two it may have woken and gone to sleep again.
            && turns == TerminalReads.turns(pid)
        ? new SleepState(pid, status.isStopped(), turns)
        : null;
  }

  /** Whether it has been asleep from then on until now. A stopped one may have more to tell. */
  boolean isAsleepSince() {
    return !isStopped && equals(of(pid));
  }
}
