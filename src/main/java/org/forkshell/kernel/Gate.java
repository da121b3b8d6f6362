package org.forkshell.kernel;

import org.forkshell.abi.SystemCall;

/** Stands before each system call that others can see, {@link SystemCall#isVisible}. */
@FunctionalInterface
public interface Gate {
  /** Lets everybody pass at once: the kernel decides who is first. */
  Gate OPEN = (task, call) -> {};

  /** Returns when the task may make the call. */
  void await(Task task, SystemCall call);
}
