package org.forkshell.repl;

/** {@code /save}. */
final class SaveCommand implements Command {
  @Override
  public String name() {
    return "save";
  }

  @Override
  public boolean run(Context context, String argument) {
    return false;
  }
}
