package org.forkshell.language.c.parse;

import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;

/** The value of an {@code #if} (C11 6.10.1): a constant expression over the widest integers. */
final class PreprocessorCondition {
  private static final int DEEPEST = 200;

  private final Token[] tokens;
  private final Literals literals;
  private final Problems problems;
  private int at;
  private int depth;
  private boolean bad;

  /** Whether the value last computed is unsigned. */
  private boolean unsigned;

  /**
   * @param tokens macros expanded, {@code defined} resolved, END after them
   */
  PreprocessorCondition(Token[] tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
    this.literals = new Literals(problems);
  }

  boolean holds(Span directive) {
    if (tokens[0].kind == TokenKind.END) {
      problems.error(directive, "c.if.empty");
      return false;
    }
    long value = conditional(true);
    if (!bad && tokens[at].kind != TokenKind.END) {
      fail();
    }
    return !bad && value != 0;
  }

  private long fail() {
    if (!bad) {
      Token token = tokens[at];
      problems.error(token.span(), "c.if.expression", token.text);
      bad = true;
    }
    return 0;
  }

  private long conditional(boolean live) {
    long condition = binary(1, live);
    if (tokens[at].kind != TokenKind.QUESTION) {
      return condition;
    }
    if (++depth > DEEPEST) {
      return fail();
    }
    at++;
    long then = conditional(live && condition != 0);
    boolean thenUnsigned = unsigned;
    if (tokens[at].kind != TokenKind.COLON) {
      return fail();
    }
    at++;
    long otherwise = conditional(live && condition == 0);
    unsigned |= thenUnsigned;
    depth--;
    return condition != 0 ? then : otherwise;
  }

  private long binary(int least, boolean live) {
    long left = unary(live);
    while (!bad && tokens[at].kind.precedence >= least) {
      TokenKind operator = tokens[at].kind;
      boolean leftUnsigned = unsigned;
      at++;
      boolean rightLive =
          live
              && (operator != TokenKind.LOGICAL_AND || left != 0)
              && (operator != TokenKind.LOGICAL_OR || left == 0);
      long right = binary(operator.precedence + 1, rightLive);
      left = apply(operator, left, right, leftUnsigned, rightLive);
    }
    return left;
  }

  private long apply(
      TokenKind operator, long left, long right, boolean leftUnsigned, boolean live) {
    boolean either = leftUnsigned || unsigned;
    unsigned = false;
    return switch (operator) {
      case LOGICAL_AND -> left != 0 && right != 0 ? 1 : 0;
      case LOGICAL_OR -> left != 0 || right != 0 ? 1 : 0;
      case EQUAL_EQUAL -> left == right ? 1 : 0;
      case NOT_EQUAL -> left != right ? 1 : 0;
      case LESS -> compare(left, right, either) < 0 ? 1 : 0;
      case GREATER -> compare(left, right, either) > 0 ? 1 : 0;
      case LESS_EQUAL -> compare(left, right, either) <= 0 ? 1 : 0;
      case GREATER_EQUAL -> compare(left, right, either) >= 0 ? 1 : 0;
      case SHIFT_LEFT -> {
        unsigned = leftUnsigned;
        yield left << right;
      }
      case SHIFT_RIGHT -> {
        unsigned = leftUnsigned;
        yield leftUnsigned ? left >>> right : left >> right;
      }
      default -> {
        unsigned = either;
        yield arithmetic(operator, left, right, live);
      }
    };
  }

  private long arithmetic(TokenKind operator, long left, long right, boolean live) {
    switch (operator) {
      case PLUS -> {
        return left + right;
      }
      case MINUS -> {
        return left - right;
      }
      case STAR -> {
        return left * right;
      }
      case AMPERSAND -> {
        return left & right;
      }
      case BAR -> {
        return left | right;
      }
      case CARET -> {
        return left ^ right;
      }
      case SLASH, PERCENT -> {
        if (right == 0) {
          return live ? fail() : 0;
        }
        if (operator == TokenKind.SLASH) {
          return unsigned ? Long.divideUnsigned(left, right) : left / right;
        }
        return unsigned ? Long.remainderUnsigned(left, right) : left % right;
      }
      default -> throw new AssertionError(operator);
    }
  }

  private static int compare(long left, long right, boolean unsigned) {
    return unsigned ? Long.compareUnsigned(left, right) : Long.compare(left, right);
  }

  private long unary(boolean live) {
    if (++depth > DEEPEST) {
      return fail();
    }
    Token token = tokens[at];
    if (token.kind != TokenKind.END) {
      at++;
    }
    long value;
    switch (token.kind) {
      case PLUS -> value = unary(live);
      case MINUS -> value = -unary(live);
      case TILDE -> value = ~unary(live);
      case EXCLAMATION -> {
        value = unary(live) == 0 ? 1 : 0;
        unsigned = false;
      }
      case LEFT_PARENTHESIS -> {
        value = conditional(live);
        if (tokens[at].kind != TokenKind.RIGHT_PARENTHESIS) {
          return fail();
        }
        at++;
      }
      case NUMBER -> value = number(token);
      case CHARACTER -> {
        value = literals.character(token).value();
        unsigned = false;
      }
      default -> {
        if (token.word == null) {
          at = token.kind == TokenKind.END ? at : at - 1;
          return fail();
        }
        // What is not defined counts as 0.
        value = 0;
        unsigned = false;
      }
    }
    depth--;
    return value;
  }

  private long number(Token token) {
    if (literals.number(token) instanceof Expression.IntegerLiteral literal) {
      BasicType type = literal.type();
      unsigned =
          literal.value() < 0
              || token.text.indexOf('u') >= 0
              || token.text.indexOf('U') >= 0
              || type == BasicType.UNSIGNED_LONG_LONG;
      return literal.value();
    }
    at--;
    return fail();
  }
}
