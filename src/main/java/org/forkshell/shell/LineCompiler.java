package org.forkshell.shell;

import java.util.List;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.LineGenerator;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.Compilation;
import org.forkshell.language.Completeness;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.language.LineAnalysis;
import org.forkshell.language.LineFrontEnd;
import org.forkshell.language.LoggedLine;
import org.forkshell.language.Mending;
import org.forkshell.language.SavedProgram;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one line after another: the front end and the generator, each with what it remembers of
 * the lines before. A line with errors changes nothing.
 */
public final class LineCompiler implements DebugInformation {
  private final Language language;
  private final Includes includes;
  private final LineFrontEnd lines;
  private final LineGenerator generator;

  /**
   * What came of a line.
   *
   * @param line null if there are errors among the diagnostics, or nothing to run in the text
   * @param analysis null if there are errors
   */
  record Outcome(
      @Nullable Line line, @Nullable LineAnalysis analysis, List<Diagnostic> diagnostics) {
    boolean hasErrors() {
      return analysis == null;
    }
  }

  public LineCompiler(Language language, Includes includes) {
    this.language = language;
    this.includes = includes;
    this.lines = language.lines(includes);
    this.generator = new LineGenerator(lines.definitions());
  }

  /** One that has forgotten everything. */
  LineCompiler afresh() {
    return new LineCompiler(language, includes);
  }

  /**
   * Whether a text can be run as it stands.
   *
   * @param next the line after it, null where it is not known
   */
  synchronized Completeness completeness(String text, @Nullable String next) {
    return lines.completeness(text, next);
  }

  /** The text as it was before a web page damaged it; null where it can be run as it stands. */
  public synchronized @Nullable Mending mending(SourceText text) {
    return lines.mending(text);
  }

  synchronized Outcome compile(SourceText text) {
    Compilation<LineAnalysis> checked = lines.check(text);
    LineAnalysis analysis = checked.result();
    TypedLine typed = analysis == null ? null : analysis.typed();
    Line line = typed == null ? null : generator.generate(typed);
    return new Outcome(line, analysis, checked.diagnostics());
  }

  /** A session as a program that does the same. */
  public synchronized SavedProgram save(List<LoggedLine> log) {
    return lines.save(log);
  }

  /** A function of the library for the console itself to have called. */
  synchronized Line entry(RuntimeFunction function) {
    return generator.entry(function);
  }

  /** 0 as long as no line needs it. */
  @Override
  public synchronized long offsetOf(RuntimeObject object) {
    return generator.offsetOf(object);
  }

  public synchronized List<Symbols.Global> variables() {
    return generator.variables();
  }

  @Override
  public synchronized Symbols symbols() {
    return generator.symbols();
  }

  @Override
  public synchronized SourceMap sourceMap() {
    return generator.sourceMap();
  }

  public synchronized @Nullable Type typeOf(String name) {
    return lines.typeOf(name);
  }
}
