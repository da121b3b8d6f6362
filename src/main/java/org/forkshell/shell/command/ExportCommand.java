package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.shell.Family;
import org.forkshell.shell.Picture;
import org.forkshell.shell.Problem;
import org.forkshell.view.Style;

/** {@code /export svg|html|cast|events FILE}: keeps what the last family did. */
final class ExportCommand implements Command {
  private static final List<String> KINDS = List.of("svg", "html", "cast", "events");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public boolean run(Context context, String argument) {
    int blank = argument.indexOf(' ');
    String kind = blank < 0 ? argument : argument.substring(0, blank);
    String name = blank < 0 ? "" : argument.substring(blank).strip();
    if (!KINDS.contains(kind) || name.isEmpty()) {
      context.display().error(context.words("export.usage"));
      return false;
    }
    Family family = context.session().latest();
    if (family == null) {
      context.display().say(Style.NOTE, context.words("lanes.none"));
      return false;
    }
    Path file;
    try {
      file = OpenCommand.path(name);
    } catch (InvalidPathException e) {
      context.display().error(context.words("file.failed", name, e.getReason()));
      return false;
    }
    try {
      if (Files.exists(file) && !isOurs(file)) {
        context.display().error(context.words("export.exists", name));
        return false;
      }
      Picture picture = Picture.of(family, context.settings());
      Files.writeString(
          file, picture.as(kind, family.chronicle().recording(), context.display().screen()));
    } catch (IOException e) {
      context.display().error(Problem.ofFile(context.settings().words(), file, name, e));
      return false;
    }
    context.display().say(Style.NOTE, context.words("export.done", name));
    return true;
  }

  /** What looks like an export may be written again; somebody's own file may not. */
  private static boolean isOurs(Path file) throws IOException {
    byte[] bytes = new byte[1024];
    try (var in = Files.newInputStream(file)) {
      String text =
          new String(bytes, 0, in.readNBytes(bytes, 0, bytes.length), StandardCharsets.UTF_8);
      return text.isEmpty()
          || text.contains("class=\"lanes\"")
          || text.toLowerCase(Locale.ROOT).contains("content=\"forkshell\"")
          || text.startsWith("{\"version\":2,")
          || text.startsWith("{\"t\":");
    }
  }

  @Override
  public List<String> completions(Context context, String argument) {
    int blank = argument.indexOf(' ');
    return blank < 0 ? KINDS : new ArrayList<>(FileNames.of(argument.substring(blank).strip()));
  }
}
