package org.forkshell.repl;

/** {@code /run}. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public boolean run(Context context, String argument) {
    return false;
  }
}
