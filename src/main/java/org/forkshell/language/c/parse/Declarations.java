package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Placement;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Declarations and function definitions (C11 6.7, 6.9), those of 1978 included. */
final class Declarations {
  private final Parser parser;
  private final Cursor in;

  /**
   * Whether statements outside all functions have been told; they come in numbers, and so do their
   * braces.
   */
  private boolean toldOutside;

  /** Whether the declaration being read is the first part of a {@code for}. */
  boolean startsFor;

  Declarations(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
  }

  /** One declaration outside all functions. After an error goes on after it. */
  void external(List<Declaration> all) {
    int depth = in.depth();
    int position = in.position();
    try {
      if (in.accept(TokenKind.SEMICOLON)) {
        return;
      }
      checkStart();
      declaration(all, true);
    } catch (SyntaxError error) {
      if (error.last) {
        throw error;
      }
      in.leaveTo(depth);
      in.unlinkTo(0);
      parser.names.leaveAll();
      skip(position);
    }
  }

  /** Names what cannot start a declaration, yet is often found there. */
  private void checkStart() {
    Token token = in.peek();
    switch (token.kind) {
      case RIGHT_BRACE -> {
        in.next();
        if (toldOutside) {
          throw new SyntaxError(false);
        }
        throw in.refuse(token.span(), "c.brace.extra");
      }
      case IF, FOR, WHILE, DO, SWITCH, RETURN, BREAK, CONTINUE, GOTO, CASE -> {
        if (in.lineEndsWithColon()) {
          throw ForeignLanguages.python(in, token.text);
        }
        throw outside(token, token.text);
      }
      case ELSE -> {
        if (toldOutside) {
          throw new SyntaxError(false);
        }
        throw in.refuse(token.span(), "c.else.alone", token.text);
      }
      case IDENTIFIER -> {
        ForeignLanguages.check(in);
        checkCall(token);
        parser.checkUnknownType(0);
      }
      case ASM -> throw in.refuse(token.span(), "c.unsupported", "asm");
      default -> {
        if (!token.kind.startsDeclaration()) {
          throw in.unexpected("c.declaration.expected");
        }
      }
    }
  }

  /** {@code printf("hello");} outside all functions. */
  private void checkCall(Token token) {
    if (in.peek(1).kind != TokenKind.LEFT_PARENTHESIS || parser.isTypeName(token)) {
      return;
    }
    if (token.is("print")) {
      throw ForeignLanguages.python(in, "print(…)");
    }
    TokenKind inside = in.peek(2).kind;
    if (inside == TokenKind.STRING
        || inside == TokenKind.NUMBER
        || inside == TokenKind.CHARACTER
        || inside == TokenKind.AMPERSAND) {
      throw outside(token, token.text.concat("(…)"));
    }
  }

  private SyntaxError outside(Token token, String what) {
    if (!toldOutside) {
      in.problems.syntaxError(token.span(), "c.statement.outside", what);
    }
    toldOutside = true;
    return new SyntaxError(false);
  }

  /**
   * Skips what could not be read: up to a semicolon, a closing brace, or a line that starts at the
   * left with a type.
   */
  private void skip(int start) {
    for (int open = in.openBraces(start); open > 0 && !in.atEnd(); ) {
      TokenKind kind = in.next().kind;
      open += kind == TokenKind.LEFT_BRACE ? 1 : kind == TokenKind.RIGHT_BRACE ? -1 : 0;
    }
    if (in.position() == start && !in.atEnd()) {
      in.next();
    }
    while (!in.atEnd()) {
      Token token = in.peek();
      switch (token.kind) {
        case SEMICOLON -> {
          in.next();
          return;
        }
        case LEFT_BRACE -> {
          in.skipBalanced();
          return;
        }
        case RIGHT_BRACE -> {
          in.next();
          return;
        }
        default -> {
          if (token.startsLine && !token.spaced && token.kind.startsDeclaration()) {
            return;
          }
          in.next();
        }
      }
    }
  }

  /**
   * Reads a declaration, or where {@code outside} perhaps a function's definition.
   *
   * @param outside whether it stands outside all functions
   */
  void declaration(List<Declaration> all, boolean outside) {
    if (in.at(TokenKind.STATIC_ASSERT)) {
      all.add(staticAssert());
      return;
    }
    Token first = in.peek();
    Types.Specifiers specifiers = parser.types.specifiers();
    if (in.at(TokenKind.SEMICOLON) || endsPromptAfterTag()) {
      onlySpecifiers(all, first, specifiers);
      return;
    }
    if (in.previous().kind == TokenKind.RIGHT_BRACE && isTag(specifiers.type) && startsAnother()) {
      in.missing(";");
      onlySpecifiers(all, first, specifiers);
      return;
    }
    int chain = in.chain();
    while (true) {
      in.unlinkTo(0);
      Token start = in.peek();
      Declarators.Declarator declarator = parser.declarators.declarator(true);
      Token name = declarator.name;
      if (name == null) {
        throw new AssertionError(start);
      }
      label(declarator.attributes);
      if (declarator.isFunction() && startsBody(declarator)) {
        if (!outside) {
          throw in.refuse(name.span(), "c.unsupported.nestedFunction", name.text);
        }
        all.add(function(first, specifiers, declarator, name));
        return;
      }
      warnImplicit(specifiers, name);
      all.add(declared(first, start, specifiers, declarator, name));
      if (!in.accept(TokenKind.COMMA)) {
        if (declarator.isFunction() && parser.prompt != null && in.atEnd()) {
          in.noteOpen(); // The body may follow on the next line.
        }
        break;
      }
    }
    in.unlinkTo(chain);
    end(outside);
  }

  /**
   * {@code struct point { int x, y; }} at a prompt needs no semicolon; {@code struct point} is to
   * go on.
   */
  private boolean endsPromptAfterTag() {
    return parser.prompt != null && in.atEnd() && in.previous().kind == TokenKind.RIGHT_BRACE;
  }

  /** Whether what comes can only be a declaration of its own. */
  private boolean startsAnother() {
    Token token = in.peek();
    return token.kind == TokenKind.IDENTIFIER
        ? token.startsLine && parser.names.isType(parser.wordOf(token))
        : token.kind.startsDeclaration();
  }

  private static boolean isTag(TypeSyntax type) {
    return type instanceof TypeSyntax.Record || type instanceof TypeSyntax.Enum;
  }

  private void onlySpecifiers(List<Declaration> all, Token first, Types.Specifiers specifiers) {
    TypeSyntax type = specifiers.type;
    TypeSyntax plain = type.unqualified();
    Span place = in.since(first);
    if (isTag(plain)) {
      all.add(new Declaration.Tag(place, plain));
    } else if (first.kind != TokenKind.ATTRIBUTE) { // A statement by itself: fallthrough.
      in.problems.warning(place, "c.declaration.empty");
    }
    in.accept(TokenKind.SEMICOLON);
  }

  /** The semicolon; at the prompt it may be left out at the end of what was typed. */
  private void end(boolean outside) {
    if (in.accept(TokenKind.SEMICOLON)) {
      return;
    }
    PromptForms prompt = parser.prompt;
    if (prompt != null && prompt.endsHere()) {
      return;
    }
    if (in.at(TokenKind.LEFT_BRACE) && outside) {
      throw in.unexpected("c.declaration.end");
    }
    if (in.at(TokenKind.NUMBER) || in.at(TokenKind.STRING) || in.at(TokenKind.CHARACTER)) {
      throw in.unexpected("c.declaration.end");
    }
    if (startsFor && in.kind().precedence > 0) {
      throw in.refuse(in.peek().span(), "c.for.separator", ",");
    }
    in.missing(";");
    if (in.at(TokenKind.RIGHT_PARENTHESIS) || in.at(TokenKind.RIGHT_BRACKET)) {
      throw new SyntaxError(false);
    }
  }

  /** {@code asm("name")} and attributes after a declarator. */
  private void label(Attributes attributes) {
    if (in.at(TokenKind.ASM)) {
      throw in.refuse(in.peek().span(), "c.unsupported", "asm");
    }
    attributes.read(parser);
  }

  private boolean startsBody(Declarators.Declarator declarator) {
    return in.at(TokenKind.LEFT_BRACE)
        || in.at(TokenKind.BODY)
        || (declarator.oldNames() != null && parser.types.startsDeclaration(0));
  }

  private void warnImplicit(Types.Specifiers specifiers, Token name) {
    if (specifiers.implicit && !specifiers.typedef) {
      in.problems.warning(name.span(), "c.int.implicit", name.text);
    }
  }

  private Declaration declared(
      Token first,
      Token start,
      Types.Specifiers specifiers,
      Declarators.Declarator declarator,
      Token name) {
    TypeSyntax type = declarator.type(specifiers.type);
    parser.names.declare(parser.wordOf(name), specifiers.typedef);
    Expression value = null;
    if (in.at(TokenKind.ASSIGN)) {
      if (specifiers.typedef) {
        throw in.refuse(in.peek().span(), "c.typedef.value", name.text);
      }
      in.next();
      value = parser.initializers.initializer();
    } else if (in.at(TokenKind.EQUAL_EQUAL)) {
      throw in.refuse(in.peek().span(), "c.initializer.comparison");
    }
    Span place = first == start ? in.since(start) : in.since(first);
    Placement placement = specifiers.attributes.with(declarator.attributes);
    if (specifiers.typedef || declarator.isFunction()) {
      parser.types.refuseThreadLocal(specifiers);
    }
    if (specifiers.typedef) {
      if (!placement.alignments().isEmpty()) {
        Span where = placement.alignments().get(0).span();
        throw in.refuse(where, "c.unsupported.alignedTypedef", name.text);
      }
      return new Declaration.Typedef(place, type, name.text, name.span());
    }
    Token threadLocal = specifiers.threadLocal;
    return new Declaration.Variable(
        place,
        specifiers.storage,
        threadLocal == null ? null : threadLocal.span(),
        type,
        name.text,
        name.span(),
        value,
        placement);
  }

  private Declaration function(
      Token first, Types.Specifiers specifiers, Declarators.Declarator declarator, Token name) {
    Word word = parser.wordOf(name);
    parser.names.declare(word, false);
    parser.types.refuseThreadLocal(specifiers);
    if (specifiers.implicit && parser.learner != null && !name.is("main")) {
      in.problems.warning(name.span(), "c.int.implicit", name.text);
    }
    if (declarator.oldNames() != null) {
      oldParameters(declarator, declarator.oldNames());
    }
    if (!(declarator.type(specifiers.type) instanceof TypeSyntax.Function type)) {
      throw in.refuse(name.span(), "c.function.shape", name.text);
    }
    LibrarySource source = parser.source;
    Statement.Block body =
        source != null && in.at(TokenKind.BODY) ? source.body(in.next(), type) : body(type);
    return new Declaration.Function(
        in.since(first), specifiers.storage, type, name.text, name.span(), body);
  }

  /** The body of a function of this type. */
  Statement.Block body(TypeSyntax.Function type) {
    parser.names.enter();
    for (int i = 0; i < type.parameters().size(); i++) {
      String parameter = type.parameters().get(i).name();
      if (parameter != null) {
        parser.names.declare(parser.wordOf(parameter), false);
      }
    }
    Statement.Block body = parser.statements.body();
    parser.names.leave();
    return body;
  }

  /**
   * {@code f(a, b) int a; char *b; { … }}: types come after the names; without one a name is an
   * int.
   */
  private void oldParameters(Declarators.Declarator declarator, @Nullable List<Token> names) {
    if (names == null) {
      return;
    }
    List<Declaration> types = new ArrayList<>();
    parser.names.enter();
    while (!in.at(TokenKind.LEFT_BRACE) && parser.types.startsDeclaration(0)) {
      declaration(types, false);
    }
    parser.names.leave();
    List<TypeSyntax.Parameter> parameters = new ArrayList<>();
    for (Token name : names) {
      TypeSyntax type = new TypeSyntax.Keyword(name.span(), BasicType.INT);
      for (Declaration declaration : types) {
        if (declaration instanceof Declaration.Variable variable
            && variable.name().equals(name.text)) {
          type = variable.type();
        }
      }
      parameters.add(new TypeSyntax.Parameter(name.span(), type, name.text));
    }
    declarator.setOldParameters(parameters);
  }

  /** {@code _Static_assert(expression, "text");}, the text of which C23 lets one leave out. */
  Declaration.StaticAssertion staticAssert() {
    Token first = in.next();
    Token opening = in.peek();
    in.expect(TokenKind.LEFT_PARENTHESIS);
    Expression condition = parser.expressions.conditional();
    Expression message = in.accept(TokenKind.COMMA) ? parser.expressions.conditional() : null;
    in.expectClosing(TokenKind.RIGHT_PARENTHESIS, opening);
    in.expect(TokenKind.SEMICOLON);
    return new Declaration.StaticAssertion(
        in.since(first), condition, message instanceof Expression.StringLiteral text ? text : null);
  }
}
