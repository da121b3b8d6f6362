package org.forkshell.language.c.check;

import org.forkshell.ir.BinaryOperator;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Warns where a text is legal C but hardly what its author meant. */
final class LintWarnings {
  private final Checker checker;

  LintWarnings(Checker checker) {
    this.checker = checker;
  }

  /** {@code if (x = 0)}, {@code if (pid = fork() == 0)}. */
  void condition(Expression condition) {
    if (!(condition instanceof Expression.Assignment assignment) || assignment.operator() != null) {
      return;
    }
    if (assignment.value() instanceof Expression.IntegerLiteral) {
      if (isParenthesizedTwice(assignment)) {
        return;
      }
      checker.warning(assignment.at(), "check.assignment.condition");
    } else if (assignment.value() instanceof Expression.Binary binary
        && isComparison(binary.operator())
        && binary.left() instanceof Expression.Call
        && !isParenthesized(binary)) {
      Span target = assignment.target().span();
      checker.warning(
          target, "check.assignment.comparison", target.text(), binary.left().span().text());
    }
  }

  private static boolean isParenthesized(Expression expression) {
    Span span = expression.span();
    String text = span.source().text();
    return span.end() < text.length()
        && text.startsWith("(", Math.max(0, span.start() - 1))
        && text.charAt(span.end()) == ')';
  }

  /** {@code if ((x = 0))} says that it is meant. */
  private static boolean isParenthesizedTwice(Expression expression) {
    Span span = expression.span();
    String text = span.source().text();
    return text.startsWith("((", Math.max(0, span.start() - 2))
        && text.startsWith("))", span.end());
  }

  private static boolean isComparison(BinaryOperator operator) {
    return isOrder(operator)
        || operator == BinaryOperator.EQUAL
        || operator == BinaryOperator.NOT_EQUAL;
  }

  private static boolean isOrder(BinaryOperator operator) {
    return switch (operator) {
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  /** {@code a < b < c}, {@code text == "wait"}. */
  void comparison(Expression.Binary binary) {
    if (isOrder(binary.operator())
        && binary.left() instanceof Expression.Binary left
        && isOrder(left.operator())
        && !isClosed(left, binary.at())) {
      checker.warning(binary.at(), "check.compare.chain", left.right().span().text());
    }
    if (binary.left() instanceof Expression.StringLiteral
        || binary.right() instanceof Expression.StringLiteral) {
      checker.warning(binary.at(), "check.compare.text");
    }
  }

  /** {@code if (fork)}, {@code fork && fork}: the function is there, so it always holds. */
  void functionTested(Expression condition) {
    if (isFunction(condition)) {
      checker.warning(
          condition.span(), "check.function.tested", condition.span().text(), called(condition));
    }
  }

  /**
   * {@code fork == 0}: tells that the function is not called. Comparing two pointers to functions
   * is sound.
   */
  boolean functionCompared(Expression.Binary binary, TypedExpression left, TypedExpression right) {
    Expression function =
        isFunction(binary.left()) && isNumber(right)
            ? binary.left()
            : isFunction(binary.right()) && isNumber(left) ? binary.right() : null;
    if (function == null) {
      return false;
    }
    checker.warning(
        function.span(),
        "check.function.compared",
        function.span().text(),
        binary.span().text().replace(function.span().text(), called(function)));
    return true;
  }

  private String called(Expression function) {
    boolean none =
        checker.scope().find(function.span().text()) instanceof Symbol.Function known
            && known.parameters().isEmpty();
    return function.span().text() + (none ? "()" : "(…)");
  }

  private boolean isFunction(Expression expression) {
    return expression instanceof Expression.Name name
        && checker.scope().find(name.name()) instanceof Symbol.Function;
  }

  private static boolean isNumber(TypedExpression operand) {
    return operand.type().isInteger() || operand instanceof TypedExpression.Whole;
  }

  /** Whether a parenthesis ends the operand in front of an operator. */
  private static boolean isClosed(Expression operand, Span operator) {
    Span span = operand.span();
    if (span.source() != operator.source() || span.end() > operator.start()) {
      return true;
    }
    return span.source().text().substring(span.end(), operator.start()).indexOf(')') >= 0;
  }

  /** {@code x == 5;}, {@code fork;}. */
  void statement(Expression expression) {
    if (expression instanceof Expression.Binary binary
        && binary.operator() == BinaryOperator.EQUAL) {
      checker.warning(binary.at(), "check.statement.comparison");
    } else if (expression instanceof Expression.Name name
        && checker.scope().find(name.name()) instanceof Symbol.Function) {
      checker.warning(name.span(), "check.statement.function", name.name());
    }
  }

  /** An int where a pointer is wanted: most likely a variable whose address was meant. */
  void numberAsPointer(Span at, Type from, Type to, @Nullable Expression written) {
    if (written instanceof Expression.Name name) {
      checker.warning(
          at, "check.int.to.pointer.name", TypeText.of(to), TypeText.of(from), name.name());
    } else {
      checker.warning(at, "check.int.to.pointer", TypeText.of(to), TypeText.of(from));
    }
  }
}
