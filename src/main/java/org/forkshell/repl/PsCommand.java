package org.forkshell.repl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** {@code /ps}: every process that the kernel still knows, with what the kernel says of it. */
final class PsCommand implements Command {
  @Override
  public String name() {
    return "ps";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    Family family = context.session().present();
    if (family == null) {
      context.display().say(Style.NOTE, context.words("ps.none"));
      return true;
    }
    family.session().buryTheDead();
    List<Text> lines = new ArrayList<>();
    int names = 4;
    for (Entry entry : family.tree().entries()) {
      names = Math.max(names, entry.name().toString().length());
    }
    lines.add(
        Text.of(Style.NOTE, "  ")
            .and(Style.NOTE, "NAME")
            .padded(names + 2)
            .and(Style.NOTE, "     PID    PPID  S  "));
    for (Entry entry : family.tree().entries()) {
      Doing doing = Doing.of(entry, family, context);
      if (doing.letter() != ' ') {
        lines.add(
            Text.of(Style.PLAIN, "  ")
                .and(Text.of(entry.name(), entry.name().toString()))
                .padded(names + 2)
                .and(Style.PLAIN, right(entry.pid(), 8) + right(doing.parent(), 8) + "  ")
                .and(
                    doing.letter() == 'Z' || doing.letter() == 'T' ? Style.ALARM : Style.PLAIN,
                    doing.letter() + "  ")
                .and(doing.text()));
      }
    }
    context.display().lines(lines);
    return true;
  }

  private static String right(int number, int width) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(1, width - digits.length())) + digits;
  }
}
