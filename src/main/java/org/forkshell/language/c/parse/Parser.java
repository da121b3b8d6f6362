package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The parser's parts, which need one another, and what they share: the place in the text and the
 * names in scope.
 */
final class Parser {
  final Cursor in;
  final Names names;

  /**
   * What to make of names that are declared nowhere; null in our own sources and where all headers
   * count as included.
   */
  final @Nullable ForgottenIncludes learner;

  /** The habits of the prompt, null in a file. */
  final @Nullable PromptForms prompt;

  /** Whose bodies are read later; null for a text that is read at once. */
  @Nullable LibrarySource source;

  final Types types;
  final Declarators declarators;
  final Expressions expressions;
  final Initializers initializers;
  final Declarations declarations;
  final Statements statements;
  private final Words words;

  Parser(
      Token[] tokens,
      Names names,
      Words words,
      Problems problems,
      @Nullable ForgottenIncludes learner,
      @Nullable FunctionShapes shapes) {
    this.in = new Cursor(tokens, problems);
    this.names = names;
    this.words = words;
    this.learner = learner;
    this.types = new Types(this);
    this.declarators = new Declarators(this);
    this.expressions = new Expressions(this);
    this.initializers = new Initializers(this);
    this.declarations = new Declarations(this);
    this.statements = new Statements(this);
    this.prompt = shapes == null ? null : new PromptForms(this, shapes);
  }

  Word wordOf(Token token) {
    Word word = token.word;
    return word == null ? words.of(token.text) : word;
  }

  Word wordOf(String text) {
    return words.of(text);
  }

  Declaration.Unit unit() {
    List<Declaration> all = new ArrayList<>();
    try {
      while (!in.atEnd() && !in.problems.isFull()) {
        declarations.external(all);
      }
    } catch (SyntaxError last) {
      names.leaveAll();
    }
    return new Declaration.Unit(all);
  }

  /** Whether the identifier names a type, or would if the learner had included its header. */
  boolean isTypeName(Token token) {
    Word word = wordOf(token);
    if (names.isType(word)) {
      return true;
    }
    return learner != null && !names.isDeclared(word) && learner.forgotType(token, names);
  }

  /** Looks at a name in an expression. */
  void use(Token token, boolean called) {
    if (learner != null && !names.isDeclared(wordOf(token))) {
      learner.use(token, called);
    }
  }

  /**
   * Complains of {@code strng x}: two words in a row of which the first is no type. Goes on as if
   * it were.
   */
  void checkUnknownType(int ahead) {
    Token token = in.peek(ahead);
    if (token.kind != TokenKind.IDENTIFIER || types.startsDeclaration(ahead)) {
      return;
    }
    int behind = ahead + 1;
    while (in.peek(behind).kind == TokenKind.STAR) {
      behind++;
    }
    if (in.peek(behind).kind == TokenKind.IDENTIFIER) {
      unknownType(token);
    }
  }

  void unknownType(Token token) {
    String nearest = Cursor.nearestTypeKeyword(token.text);
    if (nearest == null && learner != null) {
      nearest = learner.nearestType(token.text);
    }
    Span place = token.span();
    if (in.problems.missesHeader()) {
      names.declare(wordOf(token), true);
      return;
    }
    if (token.is("string") || token.is("String")) {
      in.problems.syntaxError(place, "c.type.string", token.text);
    } else if (token.is("boolean")) {
      in.problems.syntaxError(place, "c.type.misspelled", token.text, "bool");
    } else if (MissingHeaders.has(token.text)) {
      in.problems.syntaxError(place, "c.type.later", token.text);
    } else if (nearest != null) {
      in.problems.syntaxError(place, "c.type.misspelled", token.text, nearest);
    } else {
      in.problems.syntaxError(place, "c.type.unknown", token.text);
    }
    names.declare(wordOf(token), true);
  }

  /** {@code (word) operand} where the word is no type: most likely it was meant to be one. */
  boolean checkUnknownCast() {
    Token word = in.peek(1);
    if (word.kind != TokenKind.IDENTIFIER
        || in.peek(2).kind != TokenKind.RIGHT_PARENTHESIS
        || names.isDeclared(wordOf(word))
        || !Expressions.startsOperand(in.peek(3).kind)
        || in.peek(3).startsLine) {
      return false;
    }
    unknownType(word);
    return true;
  }

  /** {@code fro (i = 0; …)}: a call with a semicolon in it is a keyword with a slip. */
  void checkMisspelled(Expression.Name name) {
    String nearest = Spelling.nearest(name.name(), List.of("for"));
    if (nearest != null) {
      throw in.refuse(name.span(), "c.keyword.misspelled", name.name(), nearest);
    }
  }
}
