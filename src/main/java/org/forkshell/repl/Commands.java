package org.forkshell.repl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.forkshell.view.Spelling;
import org.jspecify.annotations.Nullable;

/** All commands, found by their names or by what is enough of them. */
final class Commands {
  private static final List<Command> ALL = new ArrayList<>();

  static {
    Collections.addAll(
        ALL,
        new HelpCommand(),
        new ExplainCommand(),
        new ListCommand(),
        new HistoryCommand(),
        new VarsCommand(),
        new PsCommand(),
        new TreeCommand(),
        new SourceCommand(),
        new BuffersCommand(),
        new MemoryCommand(),
        new LanesCommand(),
        new KillCommand(),
        new SetCommand(),
        new OpenCommand(),
        new SaveCommand(),
        new ExportCommand(),
        new ReloadCommand(),
        new ResetCommand(),
        new RunCommand(),
        new EditCommand(),
        new LessonsCommand(),
        new LessonCommand());
    ALL.addAll(TutorCommand.all());
    ALL.add(new ExitCommand());
  }

  private volatile boolean leaving;

  static List<Command> all() {
    return ALL;
  }

  /** Whether a line is for the prompt itself: {@code /word}, not a comment of C. */
  static boolean isCommand(String line) {
    String text = line.stripLeading();
    if (text.length() < 2 || text.charAt(0) != '/') {
      return text.equals("/");
    }
    char c = text.charAt(1);
    return Character.isLetter(c) || c == '?' || c == '!';
  }

  /**
   * The commands that {@code name} may mean: the one of that name or letter, else all that begin
   * so.
   */
  static List<Command> find(String name) {
    List<Command> found = new ArrayList<>();
    for (Command command : ALL) {
      if (command.name().equals(name) || command.shortName().equals(name)) {
        return List.of(command);
      }
      if (command.name().startsWith(name)) {
        found.add(command);
      }
    }
    return found;
  }

  /** The command that a line means while a program waits for input; null where it is input. */
  static @Nullable Command forPrograms(String line) {
    List<Command> found = find(line.strip().substring(1).split("\\s", 2)[0]);
    return found.size() == 1 && found.get(0).isForPrograms() ? found.get(0) : null;
  }

  /** Whether a line is a command that leaves what is typed to somebody else. */
  static boolean leavesKeys(String line) {
    return isCommand(line)
        && find(line.strip().substring(1).split("\\s", 2)[0]).stream()
            .anyMatch(Command::leavesKeys);
  }

  /** The command whose name is most like {@code name}, or null if none is. */
  static @Nullable String nearest(String name) {
    String best = null;
    int least = Math.max(2, name.length() / 2 + 1);
    for (Command command : ALL) {
      int distance = Spelling.distance(name, command.name());
      if (distance < least) {
        least = distance;
        best = command.name();
      }
    }
    return best;
  }

  /** Whether somebody has asked to leave. */
  boolean isLeaving() {
    return leaving;
  }

  void leave() {
    leaving = true;
  }

  /** Does what a line says; whether it could be done. */
  boolean execute(Command.Context context, String line) throws IOException, InterruptedException {
    String text = line.strip().substring(1);
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String name = text.substring(0, end);
    String argument = text.substring(end).strip();
    if (name.equals("?")) {
      name = "help";
    }
    if (name.equals("save" + SaveCommand.FORCE)) {
      argument = SaveCommand.FORCE + argument;
      name = "save";
    }
    List<Command> found = find(name);
    if (found.size() == 1) {
      return found.get(0).run(context, argument);
    }
    if (found.isEmpty()) {
      String near = nearest(name);
      context
          .display()
          .error(
              near == null
                  ? context.words("command.unknown", name)
                  : context.words("command.unknown.near", name, near));
    } else {
      List<String> names = new ArrayList<>();
      for (Command command : found) {
        names.add("/" + command.name());
      }
      context.display().error(context.words("command.ambiguous", name, String.join(" ", names)));
    }
    return false;
  }
}
