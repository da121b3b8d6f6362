package org.forkshell.view;

/** How much is said about what happens. */
public enum Feedback {
  /** What the programs write and what the lines yield. */
  SILENT,
  /** And how processes end, and what went wrong. */
  CONCISE,
  /** And what each call did, and what waits in buffers. */
  NORMAL,
  /** And why, in full, the first time. */
  VERBOSE;

  public boolean isAtLeast(Feedback level) {
    return compareTo(level) >= 0;
  }
}
