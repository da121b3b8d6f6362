package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * {@code /history}: what was typed, also in earlier sessions; only lines that hold a word, if one
 * is given.
 */
final class HistoryCommand implements Command {
  private static final int MOST = 50;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public boolean run(Context context, String argument) {
    List<Text> lines = new ArrayList<>();
    String wanted = argument.toLowerCase(Locale.ROOT);
    List<String> all = context.user().history();
    for (int i = all.size() - 1; i >= 0 && lines.size() < MOST; i--) {
      if (all.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
        lines.add(0, Text.of(Style.PLAIN, "  " + all.get(i).replace("\n", "\n  ")));
      }
    }
    if (lines.isEmpty()) {
      context.display().say(Style.NOTE, context.words("history.empty"));
    }
    context.display().lines(lines);
    return true;
  }
}
