package org.forkshell.shell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.shell.LogLine;
import org.forkshell.shell.PromptSession;
import org.forkshell.view.Style;

/** {@code /reload}: ends all processes and enters all lines of the log again. */
final class ReloadCommand implements Command {
  @Override
  public String name() {
    return "reload";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (LogLine line : context.session().log()) {
      lines.add(line.replayed());
    }
    context.session().forget();
    context.display().say(Style.NOTE, context.words("reload.begin", lines.size()));
    return replay(context, lines);
  }

  /** Enters lines in a session that has none. */
  static boolean replay(Context context, List<String> lines)
      throws IOException, InterruptedException {
    for (String line : lines) {
      if (context.session().enter(line) != PromptSession.Outcome.DONE) {
        context.display().error(context.words("reload.stopped", line.strip()));
        return false;
      }
    }
    return true;
  }
}
