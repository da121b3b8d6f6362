package org.forkshell.shell;

import java.util.List;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.LineGenerator;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.Compilation;
import org.forkshell.language.c.check.Library;
import org.forkshell.language.c.check.LineChecker;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * All the lines typed at a prompt, compiled one after another. A line with errors changes nothing.
 */
final class LineCompilation {
  private final LineChecker checker;
  private final LineGenerator generator;

  LineCompilation(Library library) {
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

  /** Checks a line; one that is right is to be generated before the next is checked. */
  Compilation<TypedLine> check(SourceText text, List<Statement> statements) {
    return checker.check(text, statements);
  }

  /** Generates the line that was checked last. */
  Line generate(TypedLine typed) {
    return generator.generate(typed);
  }

  /** Compiles a line. */
  public Compilation<Line> compile(SourceText text, List<Statement> statements) {
    Compilation<TypedLine> checked = check(text, statements);
    TypedLine typed = checked.result();
    return new Compilation<>(typed == null ? null : generate(typed), checked.diagnostics());
  }
}
