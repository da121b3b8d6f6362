package org.forkshell.repl;

/** {@code /edit}. */
final class EditCommand implements Command {
  @Override
  public String name() {
    return "edit";
  }

  @Override
  public boolean run(Context context, String argument) {
    return false;
  }
}
