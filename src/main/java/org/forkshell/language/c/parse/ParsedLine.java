package org.forkshell.language.c.parse;

import java.util.List;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Diagnostic;

/**
 * What became of lines typed at the prompt. Its macros and type names count once {@link
 * LineParser#keep} is given it.
 */
public final class ParsedLine {
  private final List<Statement> statements;
  private final List<Diagnostic> diagnostics;
  private final boolean errors;
  final Macros macros;
  final Names names;

  ParsedLine(List<Statement> statements, Problems problems, Macros macros, Names names) {
    this.statements = List.copyOf(statements);
    this.diagnostics = List.copyOf(problems.all());
    this.errors = problems.hasErrors();
    this.macros = macros;
    this.names = names;
  }

  /** Statements in order; declarations and function definitions as {@link Statement.Declare}. */
  public List<Statement> statements() {
    return statements;
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  public boolean hasErrors() {
    return errors;
  }
}
