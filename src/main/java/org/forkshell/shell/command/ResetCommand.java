package org.forkshell.shell.command;

import java.io.IOException;
import org.forkshell.view.Style;

/** {@code /reset}: ends all processes and forgets all lines. */
final class ResetCommand implements Command {
  @Override
  public String name() {
    return "reset";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    context.session().forget();
    context.session().start();
    context.display().say(Style.NOTE, context.words("reset.done"));
    return true;
  }
}
