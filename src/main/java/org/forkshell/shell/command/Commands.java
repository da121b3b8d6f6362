package org.forkshell.shell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.forkshell.shell.CommandLine;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/** All commands, found by their names or by what is enough of them. */
public final class Commands {
  private final List<Command> all = new ArrayList<>();

  /** The commands of every session, and {@code more}. */
  public Commands(List<Command> more) {
    Collections.addAll(
        all,
        new HelpCommand(),
        new ExplainCommand(),
        new ListCommand(),
        new HistoryCommand(),
        new VarsCommand(),
        new PsCommand(),
        new ThreadsCommand(),
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
        new EditCommand());
    all.addAll(more);
    all.add(new ExitCommand());
  }

  public List<Command> all() {
    return Collections.unmodifiableList(all);
  }

  /**
   * The commands that {@code name} may mean: the one of that name or letter, else all that begin
   * so.
   */
  public List<Command> find(String name) {
    List<Command> found = new ArrayList<>();
    for (Command command : all) {
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
  public @Nullable Command forPrograms(String line) {
    List<Command> found = find(CommandLine.of(line).name());
    return found.size() == 1 && found.get(0).isForPrograms() ? found.get(0) : null;
  }

  /** Whether a line is a command that leaves what is typed to somebody else. */
  public boolean leavesKeys(String line) {
    return CommandLine.is(line)
        && find(CommandLine.of(line).name()).stream().anyMatch(Command::leavesKeys);
  }

  /** The command whose name is most like {@code name}, or null if none is. */
  @Nullable String nearest(String name) {
    return Spelling.nearest(name, all.stream().map(Command::name).toList());
  }

  /** Does what a line says; whether it could be done. */
  boolean execute(Context context, CommandLine line) throws IOException, InterruptedException {
    String name = line.name();
    String argument = line.argument();
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
