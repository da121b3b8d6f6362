package org.forkshell.execution;

import java.util.HashMap;
import java.util.Map;

/**
 * How long processes have run since they were first asked after. On a busy machine a process may
 * have had no time at all for what it is to do: a clock on the wall does not tell.
 */
final class ProcessorShare {
  private final Map<Integer, Long> first = new HashMap<>();

  /** Whether a process does not want to run now, or has run for so long. */
  boolean hasHad(int pid, long nanos) {
    ProcessStatus status = ProcessStatus.read(pid).orElse(null);
    if (status == null) {
      return true;
    }
    long before = first.computeIfAbsent(pid, key -> status.processorTime());
    return status.state() != 'R' || status.processorTime() - before >= nanos;
  }
}
