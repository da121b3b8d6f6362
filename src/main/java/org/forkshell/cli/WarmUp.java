package org.forkshell.cli;

/** Loads what the first minute of use will load, for the class-data archives that make the next start quick. */
final class WarmUp {
  private WarmUp() {}

  static void run() {}
}
