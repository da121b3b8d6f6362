package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.Compilation;
import org.forkshell.language.Completeness;
import org.forkshell.language.Includes;
import org.forkshell.language.LineAnalysis;
import org.forkshell.language.LoggedLine;
import org.forkshell.language.SavedProgram;
import org.forkshell.language.c.check.CheckedLine;
import org.forkshell.language.c.check.Library;
import org.forkshell.language.c.parse.FunctionShapes;
import org.forkshell.language.c.parse.FunctionShapes.Shape;
import org.forkshell.language.c.parse.LineParser;
import org.forkshell.language.c.parse.Mending;
import org.forkshell.language.c.parse.ParsedLine;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.save.ProgramWriter;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one line after another: the front end and the compiler, each with what it remembers of
 * the lines before.
 */
public final class LineCompiler implements DebugInformation {
  private final ProgramParser language;
  private final Library library;
  private final Includes includes;
  private final LineParser prompt;
  private final LineCompilation session;

  /**
   * What came of a line.
   *
   * @param line null if there are errors among the diagnostics, or nothing but white space in the
   *     text
   * @param analysis null if there are errors
   */
  record Outcome(
      @Nullable Line line, @Nullable LineAnalysis analysis, List<Diagnostic> diagnostics) {
    boolean hasErrors() {
      for (Diagnostic diagnostic : diagnostics) {
        if (diagnostic.isError()) {
          return true;
        }
      }
      return false;
    }
  }

  public LineCompiler(ProgramParser language, Library library, Includes includes) {
    this.language = language;
    this.library = library;
    this.includes = includes;
    this.session = new LineCompilation(library);
    this.prompt =
        language.prompt(
            new FunctionShapes() {
              @Override
              public Shape shapeOf(String name) {
                return LineCompiler.this.shapeOf(name);
              }

              @Override
              public int parametersOf(String name) {
                return session.typeOf(name) instanceof Type.Function function
                    ? function.parameters().size()
                    : 0;
              }
            },
            includes);
  }

  /** One that has forgotten everything. */
  public LineCompiler afresh() {
    return new LineCompiler(language, library, includes);
  }

  public ProgramParser language() {
    return language;
  }

  public Library library() {
    return library;
  }

  private Shape shapeOf(String name) {
    Type type = session.typeOf(name);
    if (type == null) {
      return Shape.UNKNOWN;
    }
    if (type instanceof Type.Function function) {
      boolean none = function.parameters().isEmpty() && !function.variadic();
      return none ? Shape.NO_ARGUMENTS : Shape.ARGUMENTS;
    }
    return Shape.NOT_A_FUNCTION;
  }

  synchronized boolean isComplete(String text) {
    return prompt.completeness(text) == Completeness.COMPLETE;
  }

  /** Whether a text cannot be run as it stands because of what a web page did to it. */
  public synchronized boolean isDamaged(SourceText text) {
    return Mending.isDamaged(prompt.parse(text).diagnostics());
  }

  synchronized Outcome compile(SourceText text) {
    ParsedLine input = prompt.parse(text);
    List<Diagnostic> diagnostics = new ArrayList<>(input.diagnostics());
    if (input.hasErrors()) {
      return new Outcome(null, null, diagnostics);
    }
    if (input.statements().isEmpty()) {
      prompt.keep(input);
      return new Outcome(null, new CheckedLine(List.of(), null), diagnostics);
    }
    Compilation<TypedLine> checked = session.check(text, input.statements());
    diagnostics.addAll(checked.diagnostics());
    TypedLine typed = checked.result();
    if (typed == null) {
      return new Outcome(null, null, diagnostics);
    }
    Line line = session.generate(typed);
    prompt.keep(input);
    return new Outcome(line, new CheckedLine(input.statements(), typed), diagnostics);
  }

  /** A session as a program that does the same. */
  public synchronized SavedProgram save(List<LoggedLine> log) {
    return ProgramWriter.write(log, this::typeOf, language::headerOf);
  }

  /** A function of the library for the console itself to have called. */
  synchronized Line entry(String header, String function) {
    return session.generated().entry(header, function);
  }

  /** 0 as long as no line needs it. */
  @Override
  public synchronized long libraryObject(String name) {
    return session.generated().libraryObject(name);
  }

  public synchronized List<Symbols.Global> variables() {
    return session.generated().variables();
  }

  @Override
  public synchronized Symbols symbols() {
    return session.generated().symbols();
  }

  @Override
  public synchronized SourceMap sourceMap() {
    return session.generated().sourceMap();
  }

  public synchronized @Nullable Type typeOf(String name) {
    return session.typeOf(name);
  }
}
