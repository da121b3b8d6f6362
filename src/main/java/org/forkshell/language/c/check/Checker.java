package org.forkshell.language.c.check;

import org.forkshell.ir.TypedExpression;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Checks one file, or one line of the prompt: what its parts share. The work is theirs. */
final class Checker {
  private final CheckProblems problems;
  private final Linkage linkage;
  private final FileScope file;
  private Scope scope;
  private @Nullable FunctionContext function;

  final TypeChecker types = new TypeChecker(this);
  final Conversions conversions = new Conversions(this);
  final ExpressionChecker expressions = new ExpressionChecker(this);
  final OperatorChecker operators = new OperatorChecker(this);
  final AssignmentChecker assignments = new AssignmentChecker(this);
  final AtomicChecker atomics = new AtomicChecker(this);
  final CallChecker calls = new CallChecker(this);
  final InitializerChecker initializers = new InitializerChecker(this);
  final DeclarationChecker declarations = new DeclarationChecker(this);
  final StatementChecker statements = new StatementChecker(this);
  final LintWarnings doubts = new LintWarnings(this);
  final Suggestions suggestions = new Suggestions(this);

  Checker(CheckProblems problems, Linkage linkage, FileScope file) {
    this.problems = problems;
    this.linkage = linkage;
    this.file = file;
    this.scope = file;
  }

  Linkage linkage() {
    return linkage;
  }

  FileScope file() {
    return file;
  }

  Scope scope() {
    return scope;
  }

  void enter(Scope inner) {
    scope = inner;
  }

  /** The function whose body is being checked, or null at file scope. */
  @Nullable FunctionContext function() {
    return function;
  }

  void function(@Nullable FunctionContext current) {
    function = current;
  }

  CheckProblems problems() {
    return problems;
  }

  void error(Span at, String key, Object... arguments) {
    problems.error(at, key, arguments);
  }

  void warning(Span at, String key, Object... arguments) {
    problems.warning(at, key, arguments);
  }

  boolean hasErrors() {
    return problems.hasErrors();
  }

  /** How many errors there are, to see whether a part of the text has any. */
  int errors() {
    return problems.errors();
  }

  /** An error that ends an expression's check. */
  TypedExpression.Wrong wrong(Span at, String key, Object... arguments) {
    problems.error(at, key, arguments);
    return TypedExpression.WRONG;
  }
}
