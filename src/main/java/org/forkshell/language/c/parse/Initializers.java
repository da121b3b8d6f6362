package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** Initialisers (C11 6.7.9). */
final class Initializers {
  /** What {@code [first ... last] = value} may be written out to. */
  private static final long MOST_RANGE = 10_000;

  private final Parser parser;
  private final Cursor in;

  /** The end of the range that the designators just read name, if they do. */
  private @Nullable Expression rangeEnd;

  Initializers(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
  }

  /** What stands after {@code =} in a declaration. */
  Expression initializer() {
    return in.at(TokenKind.LEFT_BRACE) ? list() : parser.expressions.assignment();
  }

  Expression.InitializerList list() {
    in.enter();
    Token opening = in.next();
    int chain = in.chain();
    List<Expression.Item> items = new ArrayList<>();
    while (!in.at(TokenKind.RIGHT_BRACE) && !in.atEnd()) {
      in.unlinkTo(0);
      List<Expression.Designator> designators = designators();
      Expression last = rangeEnd;
      rangeEnd = null;
      Expression value = initializer();
      if (last == null) {
        items.add(new Expression.Item(designators, value));
      } else {
        addRange(items, designators, last, value);
      }
      if (in.accept(TokenKind.COMMA)) {
        continue;
      }
      if (!Expressions.startsOperand(in.kind()) && !in.at(TokenKind.LEFT_BRACE)) {
        break;
      }
      in.missing(",");
    }
    in.unlinkTo(chain);
    in.leave();
    in.expectClosing(TokenKind.RIGHT_BRACE, opening);
    return new Expression.InitializerList(in.since(opening), List.copyOf(items));
  }

  private List<Expression.Designator> designators() {
    Token first = in.peek();
    if (first.kind == TokenKind.IDENTIFIER && in.peek(1).kind == TokenKind.COLON) {
      // The old GNU form, {x: 1}.
      in.next();
      in.next();
      return List.of(new Expression.Designator(first.span(), null, first.text));
    }
    if (first.kind != TokenKind.LEFT_BRACKET && first.kind != TokenKind.DOT) {
      return List.of();
    }
    List<Expression.Designator> designators = new ArrayList<>(2);
    while (in.at(TokenKind.LEFT_BRACKET) || in.at(TokenKind.DOT)) {
      in.link();
      Token start = in.next();
      if (start.kind == TokenKind.DOT) {
        if (!in.at(TokenKind.IDENTIFIER)) {
          throw in.unexpected("c.member.name");
        }
        String member = in.next().text;
        designators.add(new Expression.Designator(in.since(start), null, member));
      } else {
        Expression index = parser.expressions.conditional();
        if (in.accept(TokenKind.ELLIPSIS)) {
          if (!designators.isEmpty()) {
            throw in.refuse(first.span(), "c.unsupported.rangeDesignator");
          }
          rangeEnd = parser.expressions.conditional();
        }
        in.expectClosing(TokenKind.RIGHT_BRACKET, start);
        designators.add(new Expression.Designator(in.since(start), index, null));
      }
    }
    in.expect(TokenKind.ASSIGN);
    return List.copyOf(designators);
  }

  /** {@code [first ... last] = value}, as the common compilers have it, written out. */
  private void addRange(
      List<Expression.Item> items,
      List<Expression.Designator> written,
      Expression last,
      Expression value) {
    Expression.Designator first = written.get(0);
    Long from = first.index() == null ? null : constant(first.index());
    Long to = constant(last);
    if (from == null || to == null || to < from || to - from > MOST_RANGE || !isPlain(value)) {
      throw in.refuse(first.span(), "c.unsupported.rangeDesignator");
    }
    for (long i = from; i <= to; i++) {
      Expression index = new Expression.IntegerLiteral(first.span(), i, BasicType.INT);
      List<Expression.Designator> designators = new ArrayList<>(written);
      designators.set(0, new Expression.Designator(first.span(), index, null));
      items.add(new Expression.Item(List.copyOf(designators), value));
    }
  }

  /** Whether evaluating it several times is the same as once. */
  private static boolean isPlain(Expression value) {
    if (value instanceof Expression.InitializerList list) {
      for (Expression.Item item : list.items()) {
        if (!isPlain(item.value())) {
          return false;
        }
      }
      return true;
    }
    return value instanceof Expression.IntegerLiteral
        || value instanceof Expression.FloatingLiteral
        || value instanceof Expression.StringLiteral
        || value instanceof Expression.Name
        || (value instanceof Expression.Unary unary && isPlain(unary.operand()))
        || (value instanceof Expression.Cast cast && isPlain(cast.operand()));
  }

  private static @Nullable Long constant(Expression expression) {
    if (expression instanceof Expression.IntegerLiteral literal) {
      return literal.value();
    }
    if (expression instanceof Expression.Binary binary) {
      Long left = constant(binary.left());
      Long right = constant(binary.right());
      if (left != null && right != null) {
        return switch (binary.operator()) {
          case ADD -> left + right;
          case SUBTRACT -> left - right;
          case MULTIPLY -> left * right;
          default -> null;
        };
      }
    }
    return null;
  }
}
