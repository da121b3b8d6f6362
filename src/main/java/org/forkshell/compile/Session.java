package org.forkshell.compile;

import java.util.List;
import org.forkshell.source.SourceText;
import org.forkshell.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * All the lines typed at a prompt, compiled one after another. A line with errors changes nothing.
 */
public final class Session {
  private final LineChecker checker;
  private final LineGenerator generator;

  public Session(Library library) {
    checker = new LineChecker(library);
    generator = new LineGenerator(checker.definitions());
  }

  /** What became of the lines so far, in the memory of a program. */
  public LineGenerator generated() {
    return generator;
  }

  /** What a name means to the next line: the type of an object or function, or null. */
  public @Nullable Type typeOf(String name) {
    return checker.typeOf(name);
  }

  /** Compiles a line. */
  public Compilation<Line> compile(SourceText text, List<Statement> statements) {
    Compilation<TypedLine> checked = checker.check(text, statements);
    TypedLine typed = checked.result();
    return new Compilation<>(
        typed == null ? null : generator.generate(typed), checked.diagnostics());
  }
}
