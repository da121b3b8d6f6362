package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.shell.LogLine;
import org.forkshell.source.SourceBytes;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/** {@code /list}: the log, or the lines from one number to another. */
final class ListCommand implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String shortName() {
    return "l";
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) {
    List<LogLine> log = context.session().log();
    int[] range = range(argument, log.size());
    if (range == null) {
      context.display().error(context.words("list.range", argument));
      return false;
    }
    if (log.isEmpty()) {
      context.display().say(Style.NOTE, context.words("list.empty"));
    }
    int digits = Integer.toString(log.size()).length();
    List<Text> lines = new ArrayList<>();
    for (LogLine line : log.subList(Math.max(0, range[0] - 1), Math.min(log.size(), range[1]))) {
      String number = Integer.toString(line.number());
      String[] rows = SourceBytes.readable(line.typed().strip()).split("\n", -1);
      for (int i = 0; i < rows.length; i++) {
        String label = i == 0 ? " ".repeat(digits - number.length()) + number : " ".repeat(digits);
        lines.add(Text.of(Style.NOTE, "  " + label + "  ").and(Style.PLAIN, rows[i]));
      }
    }
    context.display().lines(lines);
    return true;
  }

  /** First and last line that {@code 3}, {@code 2-5} or nothing means, or null. */
  static int @Nullable [] range(String argument, int size) {
    if (argument.isEmpty()) {
      return new int[] {1, size};
    }
    String[] ends = argument.split("-", 2);
    try {
      int from = Integer.parseInt(ends[0].strip());
      int to =
          ends.length == 1 ? from : ends[1].isBlank() ? size : Integer.parseInt(ends[1].strip());
      return from >= 1 && from <= to && from <= size ? new int[] {from, to} : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
