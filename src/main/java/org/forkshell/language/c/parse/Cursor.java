package org.forkshell.language.c.parse;

import java.util.List;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A place among the tokens, and the words in which the parser says that something else belongs
 * there.
 */
final class Cursor {
  /**
   * Levels of recursion; each costs the Java stack a few frames here, in the checker and in the
   * compiler.
   */
  private static final int DEEPEST = 512;

  /**
   * Operators in a row, labels in a row, {@code else if}s: they nest in the tree though not in the
   * text.
   */
  private static final int LONGEST = 1000;

  final Problems problems;
  private final Token[] tokens;
  private int at;
  private int depth;
  private int chain;

  /** Whether the first thing that was missing was missing at the end: more text might mend it. */
  private boolean wantsMore;

  /**
   * @param tokens the last one is END
   */
  Cursor(Token[] tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  Token peek() {
    return tokens[at];
  }

  Token peek(int ahead) {
    return tokens[Math.min(at + ahead, tokens.length - 1)];
  }

  TokenKind kind() {
    return tokens[at].kind;
  }

  boolean at(TokenKind kind) {
    return tokens[at].kind == kind;
  }

  boolean atEnd() {
    return tokens[at].kind == TokenKind.END;
  }

  /** The token after which the cursor stands; at the very beginning the first one. */
  Token previous() {
    return tokens[Math.max(0, at - 1)];
  }

  int position() {
    return at;
  }

  Token next() {
    Token token = tokens[at];
    if (at < tokens.length - 1) {
      at++;
    }
    return token;
  }

  boolean accept(TokenKind kind) {
    if (tokens[at].kind == kind) {
      next();
      return true;
    }
    return false;
  }

  /** The place of all from {@code first} to the token just read. */
  Span since(Token first) {
    Token last = previous();
    return last.source == first.source && last.end >= first.end
        ? new Span(first.source, first.start, last.end)
        : first.span();
  }

  Span since(Span first) {
    Token last = previous();
    return last.source == first.source() && last.end >= first.end()
        ? new Span(first.source(), first.start(), last.end)
        : first;
  }

  /**
   * Reads {@code kind}, or says that it is missing after the token before, and goes on as if it
   * stood there.
   */
  void expect(TokenKind kind) {
    if (!accept(kind)) {
      missing(kind.text);
    }
  }

  /** Like {@link #expect}, for the partner of a bracket. */
  void expectClosing(TokenKind kind, Token opening) {
    if (!accept(kind)) {
      atGap("c.closing.missing", kind.text, opening.text, line(opening));
    }
  }

  private static String line(Token token) {
    return String.valueOf(token.source.lineAt(token.start));
  }

  void missing(String what) {
    atGap("c.missing", what);
  }

  /** An error right after the token before, where something is missing. */
  void atGap(String key, Object... arguments) {
    noteEnd();
    if (!(atEnd() && problems.isCut())) {
      problems.syntaxError(previous().behind(), key, arguments);
    }
  }

  /** {@code if (x)} with nothing after it. */
  SyntaxError missingStatement(Token keyword) {
    atGap("c.statement.missing", keyword.text);
    return new SyntaxError(false);
  }

  /** An error at the next token, which ends what is being parsed. */
  SyntaxError unexpected(String key, Object... more) {
    Token token = peek();
    if (token.kind == TokenKind.END) {
      atGap("c.end");
    } else {
      Object[] arguments = new Object[more.length + 1];
      arguments[0] = token.text;
      System.arraycopy(more, 0, arguments, 1, more.length);
      problems.syntaxError(token.span(), key, arguments);
    }
    return new SyntaxError(false);
  }

  SyntaxError refuse(Span place, String key, Object... arguments) {
    problems.syntaxError(place, key, arguments);
    return new SyntaxError(false);
  }

  private void noteEnd() {
    if (atEnd() && !problems.hasErrors()) {
      wantsMore = true;
    }
  }

  /**
   * To be said where an end of the text is legal, yet not what somebody at a prompt would leave it
   * at.
   */
  void noteOpen() {
    if (!problems.hasErrors()) {
      wantsMore = true;
    }
  }

  boolean wantsMore() {
    return wantsMore;
  }

  void enter() {
    if (++depth > DEEPEST) {
      problems.error(peek().span(), "c.deep");
      throw new SyntaxError(true);
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /** Goes back to an outer level after an error. */
  void leaveTo(int outer) {
    depth = outer;
  }

  void link() {
    if (++chain > LONGEST) {
      problems.error(peek().span(), "c.long");
      throw new SyntaxError(true);
    }
  }

  int chain() {
    return chain;
  }

  void unlinkTo(int chain) {
    this.chain = chain;
  }

  /** Whether the token {@code ahead} is the word, which need not be a keyword. */
  boolean isWord(int ahead, String word) {
    return peek(ahead).word != null && peek(ahead).text.equals(word);
  }

  /** How many braces opened since {@code position} are still open. */
  int openBraces(int position) {
    int open = 0;
    for (int i = position; i < at; i++) {
      if (tokens[i].kind == TokenKind.LEFT_BRACE) {
        open++;
      } else if (tokens[i].kind == TokenKind.RIGHT_BRACE) {
        open--;
      }
    }
    return Math.max(0, open);
  }

  /** Whether the last token on the line of the next one is a colon. */
  boolean lineEndsWithColon() {
    int i = at;
    while (i + 1 < tokens.length && !tokens[i + 1].startsLine) {
      i++;
    }
    return tokens[i].kind == TokenKind.COLON;
  }

  /** The number of tokens to skip from an opening bracket to past its partner, or to the end. */
  int behindPartner(int ahead) {
    int nested = 0;
    for (int i = ahead; at + i < tokens.length; i++) {
      switch (tokens[at + i].kind) {
        case LEFT_PARENTHESIS, LEFT_BRACKET, LEFT_BRACE -> nested++;
        case RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE -> {
          if (--nested == 0) {
            return i + 1;
          }
        }
        case END -> {
          return i;
        }
        default -> {}
      }
    }
    return tokens.length - 1 - at;
  }

  /** Takes tokens up to and including the partner of the bracket that comes next. */
  void skipBalanced() {
    at = Math.min(tokens.length - 1, at + behindPartner(0));
  }

  /** The nearest keyword that a declaration starts with. */
  static @Nullable String nearestTypeKeyword(String word) {
    return Spelling.nearest(
        word,
        List.of(
            "int",
            "char",
            "void",
            "long",
            "short",
            "float",
            "double",
            "unsigned",
            "signed",
            "struct",
            "union",
            "enum",
            "typedef",
            "static",
            "const",
            "extern"));
  }
}
