package org.forkshell.shell.command;

/** {@code /exit}: leaves. */
final class ExitCommand implements Command {
  @Override
  public String name() {
    return "exit";
  }

  @Override
  public boolean leavesKeys() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) {
    context.leave();
    return true;
  }
}
