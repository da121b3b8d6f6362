package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.shell.FileIncludes;
import org.forkshell.shell.ProgramCompiler;
import org.forkshell.source.SourceText;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/**
 * {@code /run FILE.c [ARGS…]}: runs a program in the place of the prompt's processes, then comes
 * back.
 */
public final class RunCommand implements Command {
  /** In front of a file's name: data races are to be looked for. */
  private static final String RACES = "--races ";

  private static final Duration FOR_EVER = Duration.ofDays(36500);

  @Override
  public String name() {
    return "run";
  }

  @Override
  public boolean run(Context context, String given) throws IOException, InterruptedException {
    boolean findsRaces = given.startsWith(RACES);
    Damage.Wish wish = Damage.Wish.of(findsRaces ? given.substring(RACES.length()).strip() : given);
    String argument = wish.argument();
    List<String> words = words(argument);
    if (words.isEmpty()) {
      context.display().error(context.words("run.usage"));
      return false;
    }
    String name = words.get(0);
    Path file = locate(context, name);
    String text = OpenCommand.read(context, file, name);
    if (text != null) {
      text = Damage.seeTo(context, wish, text);
    }
    Program program = text == null ? null : compile(context, file, name, text, findsRaces);
    if (program == null) {
      if (text != null) {
        Damage.propose(context, wish, "/run" + (findsRaces ? " " + RACES.strip() : ""), text);
      }
      return false;
    }
    if (!context.session().alive().isEmpty() && !context.session().log().isEmpty()) {
      context.display().say(Style.NOTE, context.words("run.begin"));
    }
    words.set(0, context.session().language().programName(name));
    context.session().run(program, words, context.user()::inputLine, FOR_EVER);
    context.display().say(Style.NOTE, context.words("run.done", name));
    return true;
  }

  /** Where a program is: one of the lesson that is on need not be looked for in its folder. */
  private static Path locate(Context context, String name) {
    Path file = OpenCommand.path(name);
    Path lesson = context.lessonFolder();
    Path own = lesson == null ? file : lesson.resolve(name);
    return Files.exists(file) || !Files.exists(own) ? file : own;
  }

  /**
   * Compiles a program; null if it has errors, which have been shown then.
   *
   * @param file where it is: what it includes is looked for beside it
   * @param name what it calls itself
   */
  static @Nullable Program compile(Context context, Path file, String name, String text) {
    return compile(context, file, name, text, false);
  }

  private static @Nullable Program compile(
      Context context, Path file, String name, String text, boolean findsRaces) {
    Path folder = file.toAbsolutePath().getParent();
    Includes includes = new FileIncludes(folder == null ? Path.of("/") : folder);
    return compile(context, includes, name, text, findsRaces);
  }

  public static @Nullable Program compile(
      Context context, Includes includes, String name, String text) {
    return compile(context, includes, name, text, false);
  }

  private static @Nullable Program compile(
      Context context, Includes includes, String name, String text, boolean findsRaces) {
    SourceText source = new SourceText(name, text);
    Compilation<Program> compiled =
        new ProgramCompiler(context.session().language(), findsRaces).compile(source, includes);
    context.display().diagnostics(compiled.diagnostics(), true, context.settings().language());
    return compiled.result();
  }

  /** Words as a shell has them: blanks part them, quotes and backslashes keep them together. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        any = true;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        any = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (any) {
          words.add(word.toString());
          word.setLength(0);
          any = false;
        }
      } else {
        word.append(c);
        any = true;
      }
    }
    if (any) {
      words.add(word.toString());
    }
    return words;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return FileNames.of(argument.substring(argument.lastIndexOf(' ') + 1));
  }
}
