package org.forkshell.language.c;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.Compilation;
import org.forkshell.language.Completeness;
import org.forkshell.language.Includes;
import org.forkshell.language.LineAnalysis;
import org.forkshell.language.LineFrontEnd;
import org.forkshell.language.LoggedLine;
import org.forkshell.language.Mending;
import org.forkshell.language.SavedProgram;
import org.forkshell.language.c.check.CheckedLine;
import org.forkshell.language.c.check.Library;
import org.forkshell.language.c.check.LineChecker;
import org.forkshell.language.c.parse.FunctionShapes;
import org.forkshell.language.c.parse.LineParser;
import org.forkshell.language.c.parse.MendedText;
import org.forkshell.language.c.parse.ParsedLine;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.save.ProgramWriter;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/** C typed line by line: the parser and the checker, each with what it remembers of the lines. */
final class CLines implements LineFrontEnd {
  private final ProgramParser programs;
  private final LineParser parser;
  private final LineChecker checker;

  CLines(ProgramParser programs, Library library, Includes includes) {
    this.programs = programs;
    this.checker = new LineChecker(library);
    this.parser = programs.prompt(new KnownFunctions(checker), includes);
  }

  /** What a name is, from its type. */
  private record KnownFunctions(LineChecker checker) implements FunctionShapes {
    @Override
    public Shape shapeOf(String name) {
      Type type = checker.typeOf(name);
      if (type == null) {
        return Shape.UNKNOWN;
      }
      if (type instanceof Type.Function function) {
        boolean none = function.parameters().isEmpty() && !function.variadic();
        return none ? Shape.NO_ARGUMENTS : Shape.ARGUMENTS;
      }
      return Shape.NOT_A_FUNCTION;
    }

    @Override
    public int parametersOf(String name) {
      return checker.typeOf(name) instanceof Type.Function function
          ? function.parameters().size()
          : 0;
    }
  }

  @Override
  public Completeness completeness(String text, @Nullable String next) {
    if (text.lines().allMatch(line -> line.isBlank() || isComment(line))) {
      return Completeness.EMPTY;
    }
    if (!mayEnd(text) || parser.completeness(text) == Completeness.INCOMPLETE) {
      return Completeness.INCOMPLETE;
    }
    return next != null && startsWithElse(next) ? Completeness.INCOMPLETE : Completeness.COMPLETE;
  }

  /**
   * A quick look that saves most of the thorough ones in a long function: braces that are open for
   * certain.
   */
  private static boolean mayEnd(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || c == '/' || c == '#') {
        return true;
      }
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return open <= 0;
  }

  /** {@code if (x) f();} is complete, and goes on if {@code else} comes on the next line. */
  private static boolean startsWithElse(String next) {
    String line = next.stripLeading();
    return line.startsWith("else")
        && (line.length() == 4 || !Character.isLetterOrDigit(line.charAt(4)));
  }

  /** {@code # words}: not one of the preprocessor's lines. */
  private static boolean isComment(String line) {
    String text = line.strip();
    if (!text.startsWith("#")) {
      return false;
    }
    String[] words = text.substring(1).strip().split("[\\s<\"]+", 3);
    return switch (words[0]) {
      case "include" -> text.indexOf('<') < 0 && text.indexOf('"') < 0;
      case "define",
          "undef",
          "if",
          "ifdef",
          "ifndef",
          "elif",
          "else",
          "endif",
          "pragma",
          "error",
          "warning",
          "line" ->
          false;
      default -> true;
    };
  }

  @Override
  public Compilation<LineAnalysis> check(SourceText text) {
    ParsedLine parsed = parser.parse(text);
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    if (parsed.hasErrors()) {
      return new Compilation<>(null, diagnostics);
    }
    TypedLine typed = null;
    if (!parsed.statements().isEmpty()) {
      Compilation<TypedLine> checked = checker.check(text, parsed.statements());
      diagnostics.addAll(checked.diagnostics());
      typed = checked.result();
      if (typed == null) {
        return new Compilation<>(null, diagnostics);
      }
    }
    parser.keep(parsed);
    return new Compilation<>(new CheckedLine(parsed.statements(), typed), diagnostics);
  }

  @Override
  public @Nullable Mending mending(SourceText text) {
    boolean damaged = parser.parse(text).diagnostics().stream().anyMatch(MendedText::isDamage);
    return damaged ? MendedText.mending(text) : null;
  }

  @Override
  public @Nullable Type typeOf(String name) {
    return checker.typeOf(name);
  }

  @Override
  public Definitions definitions() {
    return checker.definitions();
  }

  @Override
  public SavedProgram save(List<LoggedLine> log) {
    return ProgramWriter.write(log, checker::typeOf, programs::headerOf);
  }
}
