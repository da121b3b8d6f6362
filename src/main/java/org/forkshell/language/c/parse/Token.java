package org.forkshell.language.c.parse;

import java.util.List;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The smallest piece of C. Its place is where the user wrote it; a token that came out of a macro
 * has the place where the macro was used.
 */
final class Token {
  final TokenKind kind;

  /** The spelling: of a string or character constant with its prefix and quotes. */
  final String text;

  final SourceText source;
  final int start;
  final int end;

  /** Whether it is the first on its line. */
  final boolean startsLine;

  /** Whether white space or a comment stands in front. */
  final boolean spaced;

  /** The identifier or keyword, null for all else. */
  final @Nullable Word word;

  /** The macros that this token came out of, which it must not expand again. */
  final @Nullable HideSet hidden;

  /**
   * What was noticed in this token, or between the one before and it. Told only if the token is
   * used.
   */
  @Nullable List<Diagnostic> notes;

  Token(
      TokenKind kind,
      String text,
      @Nullable Word word,
      SourceText source,
      int start,
      int end,
      boolean startsLine,
      boolean spaced,
      @Nullable HideSet hidden) {
    this.kind = kind;
    this.text = text;
    this.word = word;
    this.source = source;
    this.start = start;
    this.end = end;
    this.startsLine = startsLine;
    this.spaced = spaced;
    this.hidden = hidden;
  }

  Span span() {
    return new Span(source, start, end);
  }

  /** The empty place right after this token, where a forgotten {@code ;} belongs. */
  Span behind() {
    return new Span(source, end, end);
  }

  /** This token as part of the expansion of a macro used at {@code use}. */
  Token at(Token use, boolean spaced, @Nullable HideSet hidden) {
    return new Token(kind, text, word, use.source, use.start, use.end, false, spaced, hidden);
  }

  /** This token, no longer to be expanded as the macros {@code hidden}. */
  Token hiding(@Nullable HideSet hidden) {
    Token copy = new Token(kind, text, word, source, start, end, startsLine, spaced, hidden);
    copy.notes = notes;
    return copy;
  }

  Token startingLine() {
    Token copy = new Token(kind, text, word, source, start, end, true, spaced, hidden);
    copy.notes = notes;
    return copy;
  }

  Token spaced(boolean spaced) {
    Token copy = new Token(kind, text, word, source, start, end, false, spaced, hidden);
    copy.notes = notes;
    return copy;
  }

  boolean is(String word) {
    return text.equals(word);
  }

  @Override
  public String toString() {
    return text;
  }
}
