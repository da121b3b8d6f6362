package org.forkshell.execution;

import java.util.Optional;

/** A process of this machine, also one of which no session knows, by the kernel's word. */
public final class AnyProcess {
  private AnyProcess() {}

  /** Its state, its parent and its times; empty for one that is gone. */
  public static Optional<ProcessStatus> status(int pid) {
    return ProcessStatus.read(pid);
  }

  /** The name of the program that it runs; empty for one that is gone. */
  public static String program(int pid) {
    return ProcessStatus.nameOf(pid);
  }
}
