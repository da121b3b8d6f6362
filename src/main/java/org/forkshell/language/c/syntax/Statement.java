package org.forkshell.language.c.syntax;

import java.util.List;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** A statement as it was written. */
public sealed interface Statement {
  Span span();

  record Empty(Span span) implements Statement {}

  record Evaluate(Span span, Expression expression) implements Statement {}

  record Block(Span span, List<Statement> statements) implements Statement {}

  /** Declarations among statements; one line of C may declare several names. */
  record Declare(Span span, List<Declaration> declarations) implements Statement {}

  record If(Span span, Expression condition, Statement then, @Nullable Statement otherwise)
      implements Statement {}

  record While(Span span, Expression condition, Statement body) implements Statement {}

  record DoWhile(Span span, Statement body, Expression condition) implements Statement {}

  /**
   * @param start an {@link Evaluate} or {@link Declare}, or null
   */
  record For(
      Span span,
      @Nullable Statement start,
      @Nullable Expression condition,
      @Nullable Expression step,
      Statement body)
      implements Statement {}

  record Switch(Span span, Expression value, Statement body) implements Statement {}

  /**
   * @param last the end of a range {@code case 1 ... 3}, as the common compilers have it, or null
   */
  record Case(Span span, Expression value, @Nullable Expression last, Statement body)
      implements Statement {}

  record Default(Span span, Statement body) implements Statement {}

  record Labelled(Span span, String label, Statement body) implements Statement {}

  record Goto(Span span, String label) implements Statement {}

  record Break(Span span) implements Statement {}

  record Continue(Span span) implements Statement {}

  record Return(Span span, @Nullable Expression value) implements Statement {}
}
