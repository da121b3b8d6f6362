package org.forkshell.language.c.syntax;

import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** An expression as it was written; parentheses leave no trace but the shape of the tree. */
public sealed interface Expression {
  Span span();

  /**
   * An integer constant (C11 6.4.4.1), or a character constant, which has type {@code int}.
   *
   * @param value the bits of the value
   * @param type what base, size and suffix make of it
   */
  record IntegerLiteral(Span span, long value, BasicType type) implements Expression {}

  /**
   * @param type FLOAT, DOUBLE or LONG_DOUBLE
   */
  record FloatingLiteral(Span span, double value, BasicType type) implements Expression {}

  /**
   * One or more adjacent string literals, escapes resolved, encoded as UTF-8, without the closing
   * zero.
   */
  record StringLiteral(Span span, byte[] bytes) implements Expression {}

  record Name(Span span, String name) implements Expression {}

  enum UnaryOperator {
    PLUS,
    MINUS,
    NOT,
    COMPLEMENT,
    ADDRESS,
    INDIRECTION
  }

  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /** {@code ++} and {@code --}, before or after. */
  record Step(Span span, boolean increment, boolean prefix, Expression operand)
      implements Expression {}

  /**
   * @param at the operator's own place
   */
  record Binary(Span span, BinaryOperator operator, Span at, Expression left, Expression right)
      implements Expression {}

  /**
   * @param operator null for plain {@code =}
   */
  record Assignment(
      Span span, @Nullable BinaryOperator operator, Span at, Expression target, Expression value)
      implements Expression {}

  /**
   * @param then null for {@code condition ?: otherwise}, as the common compilers have it
   */
  record Conditional(
      Span span, Expression condition, @Nullable Expression then, Expression otherwise)
      implements Expression {}

  record Comma(Span span, Expression first, Expression second) implements Expression {}

  record Call(Span span, Expression function, List<Expression> arguments) implements Expression {}

  record Subscript(Span span, Expression array, Expression index) implements Expression {}

  /**
   * {@code record.name}, or {@code record->name} where {@code arrow}.
   *
   * @param at the name's own place
   */
  record MemberAccess(Span span, Expression record, boolean arrow, String name, Span at)
      implements Expression {}

  record Cast(Span span, TypeSyntax type, Expression operand) implements Expression {}

  record SizeofExpression(Span span, Expression operand) implements Expression {}

  record SizeofType(Span span, TypeSyntax type) implements Expression {}

  /** {@code (type){…}} (C11 6.5.2.5). */
  record CompoundLiteral(Span span, TypeSyntax type, InitializerList initializer)
      implements Expression {}

  /** {@code va_arg(list, type)}. */
  record VaArg(Span span, Expression list, TypeSyntax type) implements Expression {}

  /** {@code _Generic(control, …)} (C11 6.5.1.1). */
  record Generic(Span span, Expression control, List<Association> associations)
      implements Expression {}

  /**
   * One choice of a {@link Generic}.
   *
   * @param type null for {@code default}
   */
  record Association(@Nullable TypeSyntax type, Expression value) {}

  /**
   * <code>({ … })</code>, as the common compilers have it: the value is that of the last statement.
   */
  record StatementExpression(Span span, Statement.Block body) implements Expression {}

  /** {@code {…}} as an initialiser (C11 6.7.9); it stands only where an initialiser may. */
  record InitializerList(Span span, List<Item> items) implements Expression {}

  /** One entry of an initialiser list with the designators in front of it, often none. */
  record Item(List<Designator> designators, Expression value) {}

  /** {@code [index]} or {@code .member}: exactly one of the two is not null. */
  record Designator(Span span, @Nullable Expression index, @Nullable String member) {}
}
