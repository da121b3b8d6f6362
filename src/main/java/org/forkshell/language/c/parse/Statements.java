package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/** Statements (C11 6.8). */
final class Statements {
  private final Parser parser;
  private final Cursor in;
  private final ControlFlow controlFlow;

  Statements(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
    this.controlFlow = new ControlFlow(parser);
  }

  /** A function's body. */
  Statement.Block body() {
    int chain = in.chain();
    in.unlinkTo(0);
    Statement.Block block = block();
    in.unlinkTo(chain);
    return block;
  }

  private Statement.Block block() {
    in.enter();
    Token opening = in.next();
    parser.names.enter();
    List<Statement> statements = new ArrayList<>();
    while (!in.at(TokenKind.RIGHT_BRACE) && !in.atEnd() && !in.problems.isFull()) {
      statements.add(item());
    }
    parser.names.leave();
    in.leave();
    if (in.atEnd()) {
      in.expectClosing(TokenKind.RIGHT_BRACE, opening);
      throw new SyntaxError(true);
    }
    in.next();
    return new Statement.Block(in.since(opening), statements);
  }

  /**
   * A statement or declaration in a block, or at the prompt; after an error, an empty one, the
   * cursor after it.
   */
  Statement item() {
    int depth = in.depth();
    int chain = in.chain();
    int scopes = parser.names.depth();
    int position = in.position();
    Token first = in.peek();
    try {
      if (startsDeclaration()) {
        List<Declaration> declarations = new ArrayList<>(1);
        parser.declarations.declaration(declarations, false);
        in.unlinkTo(chain);
        return new Statement.Declare(in.since(first), List.copyOf(declarations));
      }
      Statement statement = statement();
      in.unlinkTo(chain);
      return statement;
    } catch (SyntaxError error) {
      if (error.last) {
        throw error;
      }
      in.leaveTo(depth);
      in.unlinkTo(chain);
      parser.declarations.startsFor = false;
      parser.names.leaveTo(scopes);
      skip(position);
      return new Statement.Empty(first.span());
    }
  }

  private boolean startsDeclaration() {
    Token token = in.peek();
    if (token.kind != TokenKind.IDENTIFIER) {
      return token.kind.startsDeclaration();
    }
    TokenKind behind = in.peek(1).kind;
    if (behind == TokenKind.COLON) {
      return false;
    }
    if (parser.prompt != null && parser.prompt.claims(token)) {
      return false;
    }
    if (behind == TokenKind.IDENTIFIER && !misspelledKeyword(token)) {
      parser.checkUnknownType(0);
    }
    return parser.isTypeName(token);
  }

  private boolean misspelledKeyword(Token token) {
    return !parser.names.isDeclared(parser.wordOf(token)) && nearestStatement(token) != null;
  }

  private static @Nullable String nearestStatement(Token token) {
    return Spelling.nearest(
        token.text,
        List.of("return", "goto", "else", "break", "continue", "case", "default", "do"));
  }

  /**
   * Goes on at the next statement: after a semicolon, before a brace, at a line that starts with a
   * keyword.
   */
  private void skip(int start) {
    int open = in.openBraces(start);
    if (in.position() == start && !in.at(TokenKind.RIGHT_BRACE)) {
      in.next();
    }
    while (!in.atEnd()) {
      Token token = in.peek();
      boolean resumes =
          token.startsLine
              && (startsStatement(token) || (open == 0 && token.kind.startsDeclaration()));
      if (resumes
          || (open == 0
              && (token.kind == TokenKind.LEFT_BRACE || token.kind == TokenKind.RIGHT_BRACE))) {
        return;
      }
      in.next();
      switch (token.kind) {
        case LEFT_BRACE -> open++;
        case RIGHT_BRACE -> open--;
        case SEMICOLON -> {
          if (open == 0) {
            return;
          }
        }
        default -> {}
      }
    }
  }

  private static boolean startsStatement(Token token) {
    return switch (token.kind) {
      case IF, ELSE, WHILE, DO, FOR, SWITCH, CASE, DEFAULT, GOTO, BREAK, CONTINUE, RETURN -> true;
      default -> false;
    };
  }

  Statement statement() {
    in.enter();
    Token first = in.peek();
    Statement result = statement(first);
    in.leave();
    return result;
  }

  private Statement statement(Token first) {
    return switch (first.kind) {
      case LEFT_BRACE -> block();
      case SEMICOLON -> {
        in.next();
        yield new Statement.Empty(first.span());
      }
      case IF -> controlFlow.ifStatement();
      case WHILE -> controlFlow.whileStatement();
      case DO -> controlFlow.doStatement();
      case FOR -> controlFlow.forStatement();
      case SWITCH -> controlFlow.switchStatement();
      case CASE -> caseStatement();
      case DEFAULT -> {
        in.next();
        in.expect(TokenKind.COLON);
        Statement body = labelled();
        yield new Statement.Default(in.since(first), body);
      }
      case BREAK -> {
        in.next();
        end();
        yield new Statement.Break(in.since(first));
      }
      case CONTINUE -> {
        in.next();
        end();
        yield new Statement.Continue(in.since(first));
      }
      case RETURN -> returnStatement();
      case GOTO -> gotoStatement();
      case ASM -> assembly();
      case ELSE -> {
        in.next();
        throw in.refuse(
            first.span(), parser.prompt == null ? "c.else.alone" : "c.else.prompt", first.text);
      }
      default -> simple(first);
    };
  }

  /** {@code asm volatile("" ::: "memory")} is a barrier for a compiler alone. */
  private Statement assembly() {
    Token first = in.next();
    while (in.at(TokenKind.VOLATILE) || in.at(TokenKind.INLINE)) {
      in.next();
    }
    if (!in.at(TokenKind.LEFT_PARENTHESIS)
        || !in.peek(1).is("\"\"")
        || in.peek(2).kind == TokenKind.STRING) {
      throw in.refuse(first.span(), "c.unsupported", first.text);
    }
    in.skipBalanced();
    end();
    return new Statement.Empty(first.span());
  }

  private Statement simple(Token first) {
    if (first.kind.startsDeclaration()) {
      throw in.unexpected("c.declaration.place");
    }
    if (first.kind == TokenKind.IDENTIFIER) {
      if (in.peek(1).kind == TokenKind.COLON && in.peek(2).kind != TokenKind.COLON) {
        in.next();
        in.next();
        Statement body = labelled();
        return new Statement.Labelled(in.since(first), first.text, body);
      }
      checkWords(first);
      PromptForms prompt = parser.prompt;
      Expression form = prompt == null ? null : prompt.form();
      if (form != null) {
        end();
        return new Statement.Evaluate(in.since(first), form);
      }
    }
    Expression expression = parser.expressions.full();
    end();
    return new Statement.Evaluate(in.since(first), expression);
  }

  /**
   * Two words in a row are no expression: the first is a keyword with a slip, or another
   * language's.
   */
  private void checkWords(Token first) {
    ForeignLanguages.check(in);
    Token second = in.peek(1);
    if (parser.names.isDeclared(parser.wordOf(first))) {
      return;
    }
    boolean operand = Expressions.startsOperand(second.kind);
    boolean semicolon = second.kind == TokenKind.SEMICOLON || second.kind == TokenKind.LEFT_BRACE;
    String nearest = operand || semicolon ? nearestStatement(first) : null;
    if (second.kind == TokenKind.LEFT_PARENTHESIS
        && in.peek(in.behindPartner(1)).kind == TokenKind.LEFT_BRACE) {
      nearest = Spelling.nearest(first.text, List.of("if", "while", "for", "switch"));
      nearest = nearest == null && first.text.equalsIgnoreCase("fi") ? "if" : nearest;
    }
    if (first.is("elif") || first.is("elsif") || first.is("elseif")) {
      nearest = "else if";
    }
    if (nearest != null) {
      throw in.refuse(first.span(), "c.keyword.misspelled", first.text, nearest);
    }
  }

  /** The semicolon after a simple statement. */
  void end() {
    if (in.accept(TokenKind.SEMICOLON)) {
      return;
    }
    PromptForms prompt = parser.prompt;
    if (prompt != null && prompt.endsHere()) {
      return;
    }
    Token token = in.peek();
    switch (token.kind) {
      case RIGHT_PARENTHESIS, RIGHT_BRACKET -> {
        in.problems.syntaxError(token.span(), "c.closing.extra", token.text);
        in.next();
        in.accept(TokenKind.SEMICOLON);
        return;
      }
      case COLON -> {
        in.problems.syntaxError(token.span(), "c.semicolon.colon");
        in.next();
        return;
      }
      default -> in.missing(";");
    }
  }

  /** What a label stands before: since gcc 11 also a declaration or nothing. */
  private Statement labelled() {
    in.link();
    if (in.at(TokenKind.RIGHT_BRACE)) {
      return new Statement.Empty(in.previous().behind());
    }
    if (startsDeclaration()) {
      Token first = in.peek();
      List<Declaration> declarations = new ArrayList<>(1);
      parser.declarations.declaration(declarations, false);
      return new Statement.Declare(in.since(first), List.copyOf(declarations));
    }
    return statement();
  }

  private Statement caseStatement() {
    Token first = in.next();
    Expression value = parser.expressions.conditional();
    Expression last = in.accept(TokenKind.ELLIPSIS) ? parser.expressions.conditional() : null;
    if (in.at(TokenKind.SEMICOLON)) {
      in.problems.syntaxError(in.peek().span(), "c.case.colon");
      in.next();
    } else {
      in.expect(TokenKind.COLON);
    }
    Statement body = labelled();
    return new Statement.Case(in.since(first), value, last, body);
  }

  private Statement returnStatement() {
    Token first = in.next();
    Expression value = null;
    PromptForms prompt = parser.prompt;
    if (!in.at(TokenKind.SEMICOLON) && !(prompt != null && prompt.endsHere())) {
      if (in.at(TokenKind.RIGHT_BRACE)) {
        in.missing(";");
      } else {
        value = parser.expressions.full();
      }
    }
    end();
    return new Statement.Return(in.since(first), value);
  }

  private Statement gotoStatement() {
    Token first = in.next();
    if (in.at(TokenKind.STAR)) {
      throw in.refuse(in.peek().span(), "c.unsupported.labelAddress");
    }
    if (!in.at(TokenKind.IDENTIFIER)) {
      throw in.unexpected("c.label.expected");
    }
    String label = in.next().text;
    end();
    return new Statement.Goto(in.since(first), label);
  }
}
