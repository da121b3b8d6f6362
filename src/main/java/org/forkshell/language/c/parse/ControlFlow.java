package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Statements that govern others: selection and iteration (C11 6.8.4, 6.8.5). */
final class ControlFlow {
  private final Parser parser;
  private final Cursor in;

  ControlFlow(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
  }

  /** The parenthesised expression after {@code if}, {@code while} and {@code switch}. */
  private Expression condition(Token keyword) {
    if (!in.at(TokenKind.LEFT_PARENTHESIS)) {
      throw in.unexpected("c.condition.parentheses", keyword.text);
    }
    Token opening = in.next();
    if (in.at(TokenKind.RIGHT_PARENTHESIS)) {
      throw in.refuse(in.peek().span(), "c.condition.empty", keyword.text);
    }
    Expression condition = parser.expressions.full();
    closeCondition(opening);
    return condition;
  }

  private void closeCondition(Token opening) {
    if (in.at(TokenKind.SEMICOLON)) {
      throw in.refuse(in.peek().span(), "c.closing.before", ")", ";");
    }
    if (Expressions.startsOperand(in.kind()) && !in.peek().startsLine) {
      // "if (x == 3 printf(…)" as well as "if (x 3)": either way nothing after is to be trusted.
      int behind = in.peek().kind == TokenKind.IDENTIFIER ? 0 : 1;
      if (behind == 1) {
        throw in.unexpected("c.operator.missing");
      }
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
  }

  /** The statement that an {@code if} or a loop governs. */
  private Statement governed(Token keyword) {
    if (in.atEnd() || in.at(TokenKind.RIGHT_BRACE)) {
      throw in.missingStatement(keyword);
    }
    Token token = in.peek();
    if (token.kind == TokenKind.SEMICOLON && parser.learner != null && !token.startsLine) {
      if (keyword.kind == TokenKind.IF && in.peek(1).kind != TokenKind.ELSE) {
        in.problems.warning(token.span(), "c.empty.if");
      } else if (in.peek(1).kind == TokenKind.LEFT_BRACE && keyword.kind != TokenKind.IF) {
        in.problems.warning(token.span(), "c.empty.loop", keyword.text);
      }
    }
    return parser.statements.statement();
  }

  Statement ifStatement() {
    // A chain of "else if" is read in a loop: it may be long and is not deep.
    List<Token> firsts = new ArrayList<>(1);
    List<Expression> conditions = new ArrayList<>(1);
    List<Statement> bodies = new ArrayList<>(1);
    Statement otherwise = null;
    do {
      in.link();
      Token first = in.next();
      firsts.add(first);
      conditions.add(condition(first));
      if (in.at(TokenKind.IDENTIFIER) && in.peek().is("then") && !in.peek(1).kind.isAssignment()) {
        throw in.refuse(in.peek().span(), "c.foreign.then");
      }
      bodies.add(governed(first));
      if (!in.at(TokenKind.ELSE)) {
        break;
      }
      Token word = in.next();
      if (!in.at(TokenKind.IF)) {
        if (in.at(TokenKind.LEFT_PARENTHESIS)
            && in.peek(in.behindPartner(0)).kind == TokenKind.LEFT_BRACE) {
          throw in.refuse(word.span(), "c.else.condition");
        }
        otherwise = governed(word);
        break;
      }
    } while (true);
    for (int i = bodies.size() - 1; i >= 0; i--) {
      otherwise =
          new Statement.If(in.since(firsts.get(i)), conditions.get(i), bodies.get(i), otherwise);
    }
    if (otherwise == null) {
      throw new AssertionError(firsts);
    }
    return otherwise;
  }

  Statement whileStatement() {
    Token first = in.next();
    Expression condition = condition(first);
    Statement body = governed(first);
    return new Statement.While(in.since(first), condition, body);
  }

  Statement doStatement() {
    Token first = in.next();
    Statement body = governed(first);
    if (!in.at(TokenKind.WHILE)) {
      throw in.unexpected("c.do.while");
    }
    Token word = in.next();
    Expression condition = condition(word);
    parser.statements.end();
    return new Statement.DoWhile(in.since(first), body, condition);
  }

  Statement forStatement() {
    Token first = in.next();
    if (!in.at(TokenKind.LEFT_PARENTHESIS)) {
      throw in.unexpected("c.condition.parentheses", first.text);
    }
    Token opening = in.next();
    parser.names.enter();
    Statement start = forStart();
    Expression condition = parser.expressions.optional(TokenKind.SEMICOLON);
    separator();
    Expression step =
        in.at(TokenKind.SEMICOLON)
            ? null
            : parser.expressions.optional(TokenKind.RIGHT_PARENTHESIS);
    if (in.at(TokenKind.SEMICOLON)) {
      throw in.refuse(in.peek().span(), "c.for.semicolon");
    }
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    Statement body = governed(first);
    parser.names.leave();
    return new Statement.For(in.since(first), start, condition, step, body);
  }

  private @Nullable Statement forStart() {
    Token first = in.peek();
    if (in.accept(TokenKind.SEMICOLON)) {
      return null;
    }
    if (parser.types.startsDeclaration(0)) {
      List<Declaration> declarations = new ArrayList<>(1);
      parser.declarations.startsFor = true;
      parser.declarations.declaration(declarations, false);
      parser.declarations.startsFor = false;
      return new Statement.Declare(in.since(first), List.copyOf(declarations));
    }
    Expression expression = parser.expressions.full();
    Span place = in.since(first);
    separator();
    return new Statement.Evaluate(place, expression);
  }

  private void separator() {
    if (in.at(TokenKind.COMMA) || in.at(TokenKind.RIGHT_PARENTHESIS)) {
      throw in.unexpected("c.for.separator");
    }
    in.expect(TokenKind.SEMICOLON);
  }

  Statement switchStatement() {
    Token first = in.next();
    Expression value = condition(first);
    Statement body = governed(first);
    return new Statement.Switch(in.since(first), value, body);
  }
}
