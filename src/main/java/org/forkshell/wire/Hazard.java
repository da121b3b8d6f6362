package org.forkshell.wire;

/** Why the frozen JVM does not start: something that every fork relies on could not be arranged. */
public enum Hazard {
  /** Its compiler cannot be stopped: a child would wait for a compilation that never comes. */
  COMPILER_RUNS,
  /** Another of its threads does not come to rest: a child would inherit the locks it holds. */
  THREADS_AWAKE,
  /** The kernel does not promise to end or wake its processes when their parent is killed. */
  NO_DEATH_SIGNAL,
  /** The kernel does not list the children of a process, so they could not all be ended. */
  NO_CHILDREN_LIST,
  /** The processes cannot be marked as those of this session. */
  NO_MARK
}
