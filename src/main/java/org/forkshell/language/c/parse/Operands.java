package org.forkshell.language.c.parse;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;

/** Names, constants, and what follows them: calls, subscripts, members (C11 6.5.1, 6.5.2). */
final class Operands {
  private final Parser parser;
  private final Cursor in;
  private final Literals literals;

  Operands(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
    this.literals = new Literals(parser.in.problems);
  }

  Expression primary() {
    Token token = in.peek();
    return switch (token.kind) {
      case IDENTIFIER -> {
        in.next();
        yield name(token);
      }
      case NUMBER -> {
        in.next();
        yield literals.number(token);
      }
      case CHARACTER -> {
        in.next();
        yield literals.character(token);
      }
      case STRING -> string();
      case LEFT_PARENTHESIS -> parenthesized();
      default -> throw unexpected(token);
    };
  }

  private SyntaxError unexpected(Token token) {
    if (token.kind == TokenKind.RIGHT_BRACE
        || token.kind == TokenKind.SEMICOLON
        || token.kind == TokenKind.RIGHT_PARENTHESIS) {
      if (!token.startsLine) {
        return in.refuse(token.span(), "c.expression.missing", in.previous().text, token.text);
      }
      in.atGap("c.expression.missing", in.previous().text, token.text);
      return new SyntaxError(false);
    }
    if (token.kind == TokenKind.ELSE) {
      return in.unexpected("c.else.alone");
    }
    return in.unexpected(token.kind.isKeyword() ? "c.expression.keyword" : "c.expression.expected");
  }

  private Expression name(Token token) {
    if (in.at(TokenKind.LEFT_PARENTHESIS) && (token.is("va_arg") || token.is("__builtin_va_arg"))) {
      return variableArgument(token);
    }
    if (in.at(TokenKind.LEFT_PARENTHESIS) && token.is("__builtin_offsetof")) {
      return memberOffset(token);
    }
    if (in.at(TokenKind.LEFT_PARENTHESIS) && token.is("__builtin_types_compatible_p")) {
      return compatibleTypes(token);
    }
    if (parser.names.isType(parser.wordOf(token))) {
      throw in.refuse(token.span(), "c.type.value", token.text);
    }
    parser.use(token, in.at(TokenKind.LEFT_PARENTHESIS));
    return new Expression.Name(token.span(), token.text);
  }

  private Expression variableArgument(Token first) {
    Token opening = in.next();
    Expression list = parser.expressions.assignment();
    in.expect(TokenKind.COMMA);
    if (!parser.types.startsTypeName(0)) {
      throw in.unexpected("c.type.expected");
    }
    TypeSyntax type = parser.declarators.typeName();
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return new Expression.VaArg(in.since(first), list, type);
  }

  /** {@code __builtin_types_compatible_p(one, other)}: what _Generic makes of pointers to them. */
  private Expression compatibleTypes(Token first) {
    Token opening = in.next();
    TypeSyntax one = parser.declarators.typeName();
    in.expect(TokenKind.COMMA);
    TypeSyntax other = parser.declarators.typeName();
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    Span place = in.since(first);
    Expression no = new Expression.IntegerLiteral(place, 0, BasicType.INT);
    Expression yes = new Expression.IntegerLiteral(place, 1, BasicType.INT);
    return new Expression.Generic(
        place,
        new Expression.Cast(place, new TypeSyntax.Pointer(place, one), no),
        List.of(
            new Expression.Association(new TypeSyntax.Pointer(place, other), yes),
            new Expression.Association(null, no)));
  }

  /** {@code __builtin_offsetof(type, member)}: the address of the member of an object at 0. */
  private Expression memberOffset(Token first) {
    Token opening = in.next();
    if (!parser.types.startsTypeName(0)) {
      throw in.unexpected("c.type.expected");
    }
    TypeSyntax type = parser.declarators.typeName();
    in.expect(TokenKind.COMMA);
    if (!in.at(TokenKind.IDENTIFIER)) {
      throw in.unexpected("c.member.name");
    }
    Token name = in.next();
    Span place = first.span();
    Expression none = new Expression.IntegerLiteral(place, 0, BasicType.INT);
    Expression object = new Expression.Cast(place, new TypeSyntax.Pointer(place, type), none);
    Expression member =
        new Expression.MemberAccess(in.since(first), object, true, name.text, name.span());
    Expression part = postfix(member, first);
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    Span whole = in.since(first);
    return new Expression.Cast(
        whole,
        new TypeSyntax.Keyword(whole, BasicType.UNSIGNED_LONG),
        new Expression.Unary(whole, Expression.UnaryOperator.ADDRESS, part));
  }

  private Expression string() {
    Token first = in.peek();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    while (in.at(TokenKind.STRING)) {
      Token token = in.next();
      if (Literals.isWide(token.text)) {
        in.problems.syntaxError(token.span(), "c.unsupported.wide", token.text);
      } else {
        literals.decode(token, bytes);
      }
    }
    return new Expression.StringLiteral(in.since(first), bytes.toByteArray());
  }

  private Expression parenthesized() {
    Token opening = in.next();
    if (in.at(TokenKind.LEFT_BRACE)) {
      Statement.Block body = parser.statements.body();
      in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
      return new Expression.StatementExpression(in.since(opening), body);
    }
    Expression inner = parser.expressions.expression();
    if (in.at(TokenKind.SEMICOLON) && in.peek(1).kind != TokenKind.END && !in.peek(1).startsLine) {
      throw in.unexpected("c.parenthesis.semicolon");
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return inner;
  }

  /** What follows {@code operand}, whose first token was {@code first}. */
  Expression postfix(Expression operand, Token first) {
    Expression result = operand;
    // A literal's own span begins where its first token does; a parenthesis leaves no trace but
    // this.
    Span start = first.kind == TokenKind.LEFT_PARENTHESIS ? first.span() : operand.span();
    while (true) {
      switch (in.kind()) {
        case LEFT_PARENTHESIS -> {
          in.link();
          List<Expression> arguments = arguments(result);
          if (parser.prompt != null && arguments.isEmpty()) {
            arguments = parser.prompt.filledIn(result);
          }
          result = new Expression.Call(in.since(start), result, arguments);
        }
        case LEFT_BRACKET -> {
          in.link();
          Token opening = in.next();
          Expression index = parser.expressions.expression();
          in.expectClosing(TokenKind.RIGHT_BRACKET, opening);
          result = new Expression.Subscript(in.since(start), result, index);
        }
        case DOT, ARROW -> {
          in.link();
          boolean arrow = in.next().kind == TokenKind.ARROW;
          if (!in.at(TokenKind.IDENTIFIER)) {
            throw in.unexpected("c.member.name");
          }
          Token name = in.next();
          result =
              new Expression.MemberAccess(in.since(start), result, arrow, name.text, name.span());
        }
        case INCREMENT, DECREMENT -> {
          in.link();
          boolean increment = in.next().kind == TokenKind.INCREMENT;
          result = new Expression.Step(in.since(start), increment, false, result);
        }
        case COLON -> {
          if (in.peek(1).kind == TokenKind.COLON) {
            throw in.refuse(in.peek().span(), "c.foreign.cpp", "::");
          }
          return result;
        }
        default -> {
          return result;
        }
      }
    }
  }

  private List<Expression> arguments(Expression function) {
    Token opening = in.next();
    List<Expression> arguments = new ArrayList<>(4);
    if (in.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return List.of();
    }
    boolean asked = parser.learner != null || parser.prompt != null;
    boolean prints = asked && PrintedText.isPrinter(function);
    while (true) {
      if (in.at(TokenKind.RIGHT_PARENTHESIS) && !arguments.isEmpty()) {
        in.problems.syntaxError(in.previous().span(), "c.comma.extra");
        break;
      }
      if (parser.types.startsDeclaration(0) && in.kind() != TokenKind.EXTENSION) {
        if (function instanceof Expression.Name name) {
          parser.checkMisspelled(name);
        }
        throw in.refuse(in.peek().span(), "c.argument.type", in.peek().text);
      }
      if (prints && in.at(TokenKind.STRING)) {
        PrintedText.check(in.peek(), in.problems);
      }
      arguments.add(parser.expressions.assignment());
      if (in.accept(TokenKind.COMMA)) {
        continue;
      }
      if (Expressions.startsOperand(in.kind()) && !in.peek().startsLine) {
        in.missing(",");
        continue;
      }
      break;
    }
    if (in.at(TokenKind.SEMICOLON) && function instanceof Expression.Name name) {
      parser.checkMisspelled(name);
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    return List.copyOf(arguments);
  }
}
