package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Expression.UnaryOperator;
import org.forkshell.language.c.syntax.Placement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Expressions (C11 6.5), from the comma down to the cast; the tightest ones are {@link Operands}.
 */
final class Expressions {
  private final Parser parser;
  private final Cursor in;
  private final Operands operands;

  Expressions(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
    this.operands = new Operands(parser);
  }

  /** An expression that stands by itself: the limit on operators in a row counts anew. */
  Expression full() {
    int chain = in.chain();
    in.unlinkTo(0);
    Expression expression = expression();
    in.unlinkTo(chain);
    return expression;
  }

  Expression expression() {
    Token first = in.peek();
    Expression left = assignment();
    while (in.at(TokenKind.COMMA)) {
      in.next();
      in.link();
      Expression right = assignment();
      left = new Expression.Comma(in.since(first), left, right);
    }
    return left;
  }

  Expression assignment() {
    in.enter();
    Token first = in.peek();
    Expression left = conditional();
    if (in.kind().isAssignment()) {
      Token operator = in.next();
      checkSpaces(operator);
      Expression right = assignment();
      left =
          new Expression.Assignment(
              in.since(first), operator.kind.operator, operator.span(), left, right);
    }
    in.leave();
    return left;
  }

  /** {@code =<}, {@code =>} and {@code =!}: operators turned round. */
  private void checkSpaces(Token operator) {
    Token next = in.peek();
    if (operator.kind == TokenKind.ASSIGN
        && (next.kind == TokenKind.GREATER || next.kind == TokenKind.LESS)
        && next.start == operator.end) {
      throw in.refuse(
          operator.span().to(next.span()), "c.operator.reversed", "=" + next.text, next.text + "=");
    }
  }

  Expression conditional() {
    Token first = in.peek();
    Expression condition = binary(1);
    if (!in.at(TokenKind.QUESTION)) {
      return condition;
    }
    in.enter();
    in.next();
    Expression then = in.at(TokenKind.COLON) ? null : expression();
    in.expect(TokenKind.COLON);
    Expression otherwise = conditional();
    in.leave();
    return new Expression.Conditional(in.since(first), condition, then, otherwise);
  }

  private Expression binary(int least) {
    Token first = in.peek();
    Expression left = cast();
    while (true) {
      TokenKind kind = in.kind();
      int precedence = kind.precedence;
      BinaryOperator operator = kind.operator;
      if (precedence < least || operator == null) {
        return left;
      }
      Token at = in.next();
      in.link();
      Expression right = binary(precedence + 1);
      left = new Expression.Binary(in.since(first), operator, at.span(), left, right);
    }
  }

  Expression cast() {
    switch (in.kind()) {
      case IDENTIFIER, NUMBER, STRING, CHARACTER -> {
        return operands.postfix(operands.primary(), in.previous());
      }
      default -> {}
    }
    in.enter();
    Expression result = prefixed();
    in.leave();
    return result;
  }

  private Expression prefixed() {
    Token first = in.peek();
    switch (first.kind) {
      case LEFT_PARENTHESIS -> {
        if (parser.types.startsTypeName(1) || parser.checkUnknownCast()) {
          return castOrCompound();
        }
        return operands.postfix(operands.primary(), first);
      }
      case INCREMENT, DECREMENT -> {
        in.next();
        Expression stepped = cast();
        return new Expression.Step(
            in.since(first), first.kind == TokenKind.INCREMENT, true, stepped);
      }
      case AMPERSAND -> {
        return unary(UnaryOperator.ADDRESS);
      }
      case STAR -> {
        return unary(UnaryOperator.INDIRECTION);
      }
      case PLUS -> {
        return unary(UnaryOperator.PLUS);
      }
      case MINUS -> {
        return unary(UnaryOperator.MINUS);
      }
      case TILDE -> {
        return unary(UnaryOperator.COMPLEMENT);
      }
      case EXCLAMATION -> {
        return unary(UnaryOperator.NOT);
      }
      case EXTENSION -> {
        in.next();
        return cast();
      }
      case SIZEOF -> {
        return sizeof();
      }
      case LOGICAL_AND -> throw in.refuse(first.span(), "c.unsupported.labelAddress");
      case ALIGNOF -> {
        return alignof();
      }
      case GENERIC -> {
        return operands.postfix(generic(), first);
      }
      default -> {
        return operands.postfix(operands.primary(), first);
      }
    }
  }

  private Expression unary(UnaryOperator operator) {
    Token first = in.next();
    Expression operand = cast();
    return new Expression.Unary(in.since(first), operator, operand);
  }

  private Expression castOrCompound() {
    Token opening = in.next();
    TypeSyntax type = parser.declarators.typeName();
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    if (in.at(TokenKind.LEFT_BRACE)) {
      return operands.postfix(compound(opening, type), opening);
    }
    Expression operand = cast();
    return new Expression.Cast(in.since(opening), type, operand);
  }

  private Expression compound(Token opening, TypeSyntax type) {
    Expression.InitializerList list = parser.initializers.list();
    return new Expression.CompoundLiteral(in.since(opening), type, list);
  }

  private Expression sizeof() {
    Token first = in.next();
    if (in.at(TokenKind.LEFT_PARENTHESIS) && parser.types.startsTypeName(1)) {
      Token opening = in.next();
      TypeSyntax type = parser.declarators.typeName();
      in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
      if (in.at(TokenKind.LEFT_BRACE)) {
        Expression literal = operands.postfix(compound(opening, type), opening);
        return new Expression.SizeofExpression(in.since(first), literal);
      }
      return new Expression.SizeofType(in.since(first), type);
    }
    if (in.kind().startsTypeName()) {
      throw in.unexpected("c.sizeof.parentheses");
    }
    Expression operand = cast();
    return new Expression.SizeofExpression(in.since(first), operand);
  }

  /**
   * {@code _Alignof(type)} as the offset of a member after a single char, which is what it means.
   */
  private Expression alignof() {
    Token first = in.next();
    Token opening = in.peek();
    in.expect(TokenKind.LEFT_PARENTHESIS);
    if (!parser.types.startsTypeName(0)) {
      throw in.unexpected("c.type.expected");
    }
    TypeSyntax type = parser.declarators.typeName();
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return alignmentOf(first, type);
  }

  /** How many bytes a type's objects are aligned to. */
  Expression alignmentOf(Token first, TypeSyntax type) {
    Span place = in.since(first);
    TypeSyntax character = new TypeSyntax.Keyword(place, BasicType.CHAR);
    List<TypeSyntax.Member> members =
        List.of(
            new TypeSyntax.Member(place, character, "before", null, Placement.NATURAL),
            new TypeSyntax.Member(place, type, "aligned", null, Placement.NATURAL));
    TypeSyntax record = new TypeSyntax.Record(place, false, null, members, Placement.NATURAL);
    Expression none = new Expression.IntegerLiteral(place, 0, BasicType.INT);
    Expression object = new Expression.Cast(place, new TypeSyntax.Pointer(place, record), none);
    Expression member = new Expression.MemberAccess(place, object, true, "aligned", place);
    Expression address = new Expression.Unary(place, UnaryOperator.ADDRESS, member);
    return new Expression.Cast(
        place, new TypeSyntax.Keyword(place, BasicType.UNSIGNED_LONG), address);
  }

  private Expression generic() {
    Token first = in.next();
    Token opening = in.peek();
    in.expect(TokenKind.LEFT_PARENTHESIS);
    Expression control = assignment();
    List<Expression.Association> associations = new ArrayList<>();
    while (in.accept(TokenKind.COMMA)) {
      TypeSyntax type = null;
      if (!in.accept(TokenKind.DEFAULT)) {
        if (!parser.types.startsTypeName(0)) {
          throw in.unexpected("c.type.expected");
        }
        type = parser.declarators.typeName();
      }
      in.expect(TokenKind.COLON);
      associations.add(new Expression.Association(type, assignment()));
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return new Expression.Generic(in.since(first), control, List.copyOf(associations));
  }

  /**
   * Whether an operand can start so; a sign could as well go on with what stands before it, so it
   * does not count.
   */
  static boolean startsOperand(TokenKind kind) {
    return kind == TokenKind.IDENTIFIER
        || kind == TokenKind.NUMBER
        || kind == TokenKind.STRING
        || kind == TokenKind.CHARACTER;
  }

  @Nullable Expression optional(TokenKind end) {
    return in.at(end) ? null : full();
  }
}
