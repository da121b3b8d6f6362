package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.language.SavedProgram;
import org.forkshell.shell.LogLine;
import org.forkshell.shell.Problem;
import org.forkshell.source.SourceBytes;
import org.forkshell.view.Style;

/**
 * {@code /save FILE}: writes the log as a C program, or as it was typed where the name ends in
 * {@code .fork}. {@code /save! FILE} overwrites what somebody else wrote, too.
 */
final class SaveCommand implements Command {
  /** Behind the command's name: whatever the file is, it may be overwritten. */
  static final String FORCE = "!";

  @Override
  public String name() {
    return "save";
  }

  @Override
  public boolean run(Context context, String given) {
    boolean forced = given.startsWith(FORCE);
    String argument = given.substring(forced ? FORCE.length() : 0).strip();
    if (argument.isEmpty()) {
      context.display().error(context.words("file.missing", "/save"));
      return false;
    }
    List<LogLine> log = context.session().log();
    if (log.isEmpty()) {
      context.display().error(context.words("save.empty"));
      return false;
    }
    boolean script = argument.endsWith(".fork");
    SavedProgram program = script ? null : saved(log, context);
    String text = program == null ? script(log) : program.text();
    Path file;
    try {
      file = OpenCommand.path(argument);
    } catch (InvalidPathException e) {
      context.display().error(context.words("file.failed", argument, e.getReason()));
      return false;
    }
    try {
      if (!forced && Files.exists(file) && !isOurs(file)) {
        context.display().error(context.words("save.exists", argument));
        return false;
      }
      Files.write(file, SourceBytes.encode(text));
    } catch (IOException e) {
      context.display().error(Problem.ofWriting(context.settings().words(), file, argument, e));
      return false;
    }
    context
        .display()
        .say(Style.NOTE, context.words("save.done", argument, text.split("\n").length));
    if (program != null && program.isIncomplete()) {
      context.display().say(Style.WARNING, context.words("save.commented"));
    }
    return true;
  }

  /** What /save wrote it may write again; somebody's own program it may not. */
  private static boolean isOurs(Path file) throws IOException {
    byte[] mark = new byte[256];
    try (var in = Files.newInputStream(file)) {
      int got = in.readNBytes(mark, 0, mark.length);
      return got == 0
          || new String(mark, 0, got, StandardCharsets.UTF_8).contains(SavedProgram.MARK);
    }
  }

  private static SavedProgram saved(List<LogLine> log, Context context) {
    return context.session().compiler().save(log.stream().map(LogLine::toSave).toList());
  }

  private static String script(List<LogLine> log) {
    StringBuilder text = new StringBuilder("# ").append(SavedProgram.MARK).append('\n');
    for (LogLine line : log) {
      text.append(line.replayed().strip()).append('\n');
    }
    return text.toString();
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return FileNames.of(argument);
  }
}
