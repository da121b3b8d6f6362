package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.shell.Problem;
import org.forkshell.shell.PromptSession;
import org.forkshell.source.SourceBytes;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/** {@code /open FILE}: enters the lines of a file, a script or C. */
final class OpenCommand implements Command {
  private static final long LARGEST = 4 << 20;

  @Override
  public String name() {
    return "open";
  }

  @Override
  public boolean run(Context context, String given) throws IOException, InterruptedException {
    Damage.Wish wish = Damage.Wish.of(given);
    String argument = wish.argument();
    if (argument.isEmpty()) {
      context.display().error(context.words("file.missing", "/open"));
      return false;
    }
    String text = read(context, argument);
    if (text == null) {
      return false;
    }
    text = Damage.seeTo(context, wish, text);
    PromptSession session = context.session();
    boolean known = !session.proposal(0).isEmpty();
    boolean good = context.enterAll(text, argument);
    String proposal = session.proposal(0);
    if (good && !known && !proposal.isEmpty()) {
      context.display().say(Style.NOTE, context.words("open.main", argument));
      context.user().propose(proposal);
    }
    if (!good) {
      Damage.propose(context, wish, "/open", text);
    }
    return good;
  }

  /** The text of a file; null where it cannot be had, which has been said then. */
  static @Nullable String read(Context context, String name) {
    return read(context, path(name), name);
  }

  /**
   * The text of a file.
   *
   * @param name what the learner calls it
   */
  static @Nullable String read(Context context, Path file, String name) {
    try {
      if (Files.isDirectory(file)) {
        context.display().error(context.words("file.directory", name));
        return null;
      }
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        context.display().error(context.words("file.large", name));
        return null;
      }
      String text = SourceBytes.decode(Files.readAllBytes(file));
      if (SourceBytes.isUtf16(text)) {
        context.display().error(context.words("file.utf16", name));
        return null;
      }
      if (SourceBytes.isBinary(text)) {
        context.display().error(context.words("file.binary", name));
        return null;
      }
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IOException e) {
      context.display().error(Problem.ofFile(context.settings().words(), file, name, e));
      return null;
    }
  }

  /** A file as the learner names it; {@code ~} is the home directory. */
  static Path path(String name) {
    String home = System.getProperty("user.home");
    return Path.of(name.equals("~") || name.startsWith("~/") ? home + name.substring(1) : name);
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return FileNames.of(argument);
  }
}
