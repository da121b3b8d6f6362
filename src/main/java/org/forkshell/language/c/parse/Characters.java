package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text as the lexer reads it: continued lines joined (C11 5.1.1.2, phase 2) and, in a learner's
 * text, mended by {@link Paste}. Knows for every character where it stood.
 */
final class Characters {
  final SourceText source;

  /** The characters up to {@code length}, then one NUL. */
  char[] text;

  int length;

  /**
   * The offset in the source of each character, null as long as nothing has been joined or mended.
   */
  int @Nullable [] origin;

  /** What mending found, in the order of the text. */
  final List<Diagnostic> notes = new ArrayList<>(0);

  /** Whether the text ends with a backslash: another line was to follow. */
  boolean endsContinued;

  Characters(SourceText source) {
    this(source, true);
  }

  /** The text with its continued lines as they are. */
  static Characters unjoined(SourceText source) {
    return new Characters(source, false);
  }

  private Characters(SourceText source, boolean join) {
    this.source = source;
    String string = source.text();
    length = string.length();
    text = new char[length + 1];
    string.getChars(0, length, text, 0);
    if (join && string.indexOf('\\') >= 0) {
      joinLines();
    }
  }

  /** Where character {@code at} stood; {@code length} is the end. */
  int offset(int at) {
    return origin == null ? at : origin[at];
  }

  /** The end, in the source, of a token whose last character is the one before {@code end}. */
  int endOffset(int end) {
    return origin == null || end == 0 ? end : origin[end - 1] + 1;
  }

  Span span(int start, int end) {
    int from = offset(start);
    return new Span(source, from, Math.max(from, endOffset(end)));
  }

  private void joinLines() {
    int to = 0;
    int[] map = null;
    for (int at = 0; at < length; ) {
      char c = text[at];
      if (c == '\\') {
        int next = lineEndBehind(at + 1);
        if (next >= 0) {
          if (map == null) {
            map = new int[length + 1];
            for (int i = 0; i < at; i++) {
              map[i] = i;
            }
          }
          endsContinued = next >= length;
          at = next;
          continue;
        }
      }
      if (map != null) {
        map[to] = at;
        text[to] = c;
      }
      to++;
      at++;
    }
    if (map != null) {
      map[to] = length;
      origin = map;
      length = to;
      text[length] = 0;
    }
  }

  /**
   * Behind the line end, if only blanks stand before it (gcc lets them pass); the end of the text
   * counts as one.
   */
  private int lineEndBehind(int at) {
    while (at < length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
      at++;
    }
    if (at >= length) {
      return at;
    }
    return text[at] == '\n' || text[at - 1] == '\r' ? at + (text[at] == '\n' ? 1 : 0) : -1;
  }
}
