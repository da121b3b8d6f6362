package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.execution.Environment;
import org.forkshell.execution.TemporaryFolder;
import org.forkshell.shell.LogLine;
import org.forkshell.shell.Problem;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/** {@code /edit [NUMBER]}: all lines, or one, in the learner's own editor. */
final class EditCommand implements Command {
  private @Nullable String kept;
  private String keptFor = "";

  @Override
  public String name() {
    return "edit";
  }

  @Override
  public boolean leavesKeys() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    List<LogLine> log = context.session().log();
    int[] range = ListCommand.range(argument, log.size());
    if (range == null || (!argument.isEmpty() && range[0] != range[1])) {
      context.display().error(context.words("list.range", argument));
      return false;
    }
    String editor = editor();
    if (editor == null) {
      context.display().error(context.words("edit.none"));
      return false;
    }
    StringBuilder text = new StringBuilder();
    for (LogLine line : log.subList(range[0] - 1, range[1])) {
      text.append(line.replayed().strip()).append('\n');
    }
    String before = kept != null && keptFor.equals(argument) ? kept : text.toString();
    String changed;
    try {
      changed = edit(context, editor, before);
    } catch (IOException e) {
      // No room, no descriptor, or the editor took the file away: the session does without.
      context.display().error(Problem.ofTemporary(context.session().settings().words(), e));
      return false;
    }
    if (changed == null) {
      return false;
    }
    kept = null;
    if (changed.strip().equals(text.toString().strip())) {
      context.display().say(Style.NOTE, context.words("edit.same"));
      return true;
    }
    if (argument.isEmpty()) {
      context.session().forget();
    }
    boolean good = context.enterAll(changed, null);
    if (!good) {
      // The work is not lost: the next /edit goes on with it.
      kept = changed;
      keptFor = argument;
      context.display().say(Style.NOTE, context.words("edit.kept"));
    }
    return good;
  }

  private static @Nullable String edit(Context context, String editor, String text)
      throws IOException, InterruptedException {
    // A directory of its own also holds what the editor leaves beside the file.
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = folder.path().resolve("lines".concat(context.session().language().extension()));
      Files.writeString(file, text);
      int[] status = {1};
      ProcessBuilder builder =
          new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "sh", file.toString());
      Environment.restore(builder.environment());
      context.user().withTerminal(() -> status[0] = builder.inheritIO().start().waitFor());
      if (status[0] != 0) {
        context.display().error(context.words("edit.failed", editor));
        return null;
      }
      return Files.readString(file);
    }
  }

  private static @Nullable String editor() {
    for (String variable : new String[] {"VISUAL", "EDITOR"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    for (String usual : new String[] {"/usr/bin/editor", "/usr/bin/nano", "/usr/bin/vi"}) {
      if (Files.isExecutable(Path.of(usual))) {
        return usual;
      }
    }
    return null;
  }
}
