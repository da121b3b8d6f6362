package org.forkshell.cli;

/** Starts ForkShell. */
public final class Main {
  private Main() {}

  /** Runs the command line {@code args}. */
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--warm-up")) {
      return;
    }
    System.out.println("ForkShell");
  }
}
