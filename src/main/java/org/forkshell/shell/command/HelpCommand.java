package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Columns;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** {@code /help}: all commands, or all about one. */
final class HelpCommand implements Command {
  private static final List<String> TOPICS = List.of("intro", "addresses", "input");

  @Override
  public String name() {
    return "help";
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) {
    Messages words = context.settings().words();
    if (argument.isEmpty()) {
      overview(context, words);
      return true;
    }
    String name =
        argument.startsWith("/") || argument.startsWith("@") ? argument.substring(1) : argument;
    for (String topic : TOPICS) {
      if (!name.isEmpty() && topic.startsWith(name) && context.commands().find(name).isEmpty()) {
        topic(context, words.get("topic." + topic));
        return true;
      }
    }
    List<Command> found = context.commands().find(name);
    if (found.size() != 1) {
      context.display().error(words.get("help.unknown", argument));
      return false;
    }
    topic(context, words.get("command." + found.get(0).name() + ".help"));
    return true;
  }

  private static void overview(Context context, Messages words) {
    int width = context.display().screen().width();
    List<Text> lines = new ArrayList<>();
    lines.addAll(body(words.get("help.head"), width));
    int usage = 0;
    for (Command command : context.commands().all()) {
      usage = Math.max(usage, Columns.of(words.get("command." + command.name() + ".usage")));
    }
    for (Command command : context.commands().all()) {
      Text line = Text.of(Style.CODE, "  " + words.get("command." + command.name() + ".usage"));
      Text brief = Text.of(Style.MESSAGE, words.get("command." + command.name() + ".brief"));
      Text whole = line.padded(usage + 4).and(brief);
      if (width == 0 || whole.width() < width) {
        lines.add(whole);
      } else {
        lines.add(line);
        lines.addAll(LineLayout.wrapped(brief, 6, width));
      }
    }
    lines.addAll(body(words.get("help.foot"), width));
    context.display().lines(lines);
  }

  private static void topic(Context context, String text) {
    context.display().lines(body(text, context.display().screen().width()));
  }

  /** Lines that begin with two blanks are code. */
  static List<Text> body(String text, int width) {
    List<Text> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("  ")) {
        int at = line.indexOf("   ", 2);
        Text code = Text.of(Style.CODE, "  " + (at < 0 ? line : line.substring(0, at)));
        lines.add(at < 0 ? code : code.and(Style.NOTE, line.substring(at)));
      } else {
        lines.addAll(LineLayout.wrapped(Text.of(Style.MESSAGE, line), 2, width));
      }
    }
    return lines;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    List<String> names = new ArrayList<>(TOPICS);
    for (Command command : context.commands().all()) {
      names.add(command.name());
    }
    return names;
  }
}
