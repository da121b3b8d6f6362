package org.forkshell.view;

/** Whether to use colours. */
public enum ColorMode {
  /** On a terminal that has them, unless {@code NO_COLOR} is set. */
  AUTO,
  ALWAYS,
  NEVER
}
