package org.forkshell.language.c.parse;

import org.forkshell.source.Diagnostic;
import org.forkshell.source.Span;

/** Other languages given as C. One error says so and ends the parse: more would not help. */
final class ForeignLanguages {
  private ForeignLanguages() {}

  /** Looks at the word that starts a declaration or statement. */
  static void check(Cursor in) {
    Token first = in.peek();
    Token second = in.peek(1);
    if (second.kind != TokenKind.IDENTIFIER
        && second.kind != TokenKind.SHIFT_LEFT
        && second.kind != TokenKind.SHIFT_RIGHT
        && second.kind != TokenKind.LESS
        && second.kind != TokenKind.STRING
        && second.kind != TokenKind.COLON
        && second.kind != TokenKind.DOT
        && second.kind != TokenKind.STAR) {
      return;
    }
    switch (first.text) {
      case "using", "namespace", "class", "template", "public", "private", "virtual" -> {
        if (second.kind == TokenKind.IDENTIFIER
            || second.kind == TokenKind.LESS
            || second.kind == TokenKind.COLON) {
          throw stop(in, first.span().to(second.span()), "c.foreign.cpp", first.text);
        }
      }
      case "cout", "cin", "cerr" -> {
        if (second.kind == TokenKind.SHIFT_LEFT || second.kind == TokenKind.SHIFT_RIGHT) {
          throw stop(
              in, first.span().to(second.span()), "c.foreign.cpp", first.text + " " + second.text);
        }
      }
      case "std" -> {
        if (second.kind == TokenKind.COLON) {
          throw stop(in, first.span().to(second.span()), "c.foreign.cpp", "std::");
        }
      }
      case "import", "from", "def" -> {
        if (second.kind == TokenKind.IDENTIFIER) {
          throw stop(
              in,
              first.span().to(second.span()),
              "c.foreign.python",
              first.text + " " + second.text);
        }
      }
      case "print" -> {
        if (second.kind == TokenKind.STRING) {
          throw stop(in, first.span(), "c.foreign.python", first.text);
        }
      }
      case "include", "define" -> {
        if (first.startsLine
            && (second.kind == TokenKind.LESS
                || second.kind == TokenKind.STRING
                || (first.is("define") && second.kind == TokenKind.IDENTIFIER))) {
          in.problems.syntaxError(first.span(), "c.directive.hash", first.text);
          in.next();
          while (!in.peek().startsLine) {
            in.next();
          }
          throw new SyntaxError(false);
        }
      }
      case "package", "func", "fn", "function" -> {
        if (second.kind == TokenKind.IDENTIFIER) {
          throw stop(
              in,
              first.span().to(second.span()),
              "c.foreign.other",
              first.text + " " + second.text);
        }
      }
      default -> {}
    }
  }

  static SyntaxError python(Cursor in, String what) {
    return stop(in, in.peek().span(), "c.foreign.python", what);
  }

  private static SyntaxError stop(Cursor in, Span place, String key, String what) {
    in.problems.only(Diagnostic.error(place, key, what));
    return new SyntaxError(true);
  }
}
