package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.view.Columns;
import org.forkshell.view.Text;

/** Cuts a text into lines, at blanks where there are some near, and loses nothing else of it. */
final class Wrapping {
  /** A line may be so much shorter for the sake of a word. */
  private static final int RAGGED = 16;

  /** Punctuation that no line begins with. */
  private static final String CLOSING = "，。；：、？！）》”’,.;:)";

  private Wrapping() {}

  /**
   * @param width at least 2, so that a wide character fits
   */
  static List<Text> wrapped(Text text, int width) {
    List<Text> lines = new ArrayList<>();
    String all = text.toString();
    int from = 0;
    while (from < all.length()) {
      int end = end(all, from, width);
      lines.add(slice(text, from, end));
      from = end;
      while (from < all.length() && all.charAt(from) == ' ') {
        from++;
      }
    }
    return lines.isEmpty() ? List.of(text) : lines;
  }

  private static int end(String text, int from, int width) {
    int columns = 0;
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      columns += Columns.of(c);
      if (columns > width) {
        break;
      }
      at += Character.charCount(c);
    }
    if (at == text.length()) {
      return at;
    }
    at = Math.max(at, from + Character.charCount(text.codePointAt(from)));
    int end = at;
    while (end > from && at - end < Math.min(RAGGED, width / 2) && !mayBreak(text, end)) {
      end--;
    }
    return end > from && mayBreak(text, end) ? end : at;
  }

  private static boolean mayBreak(String text, int at) {
    if (at >= text.length()) {
      return true;
    }
    char before = text.charAt(at - 1);
    char next = text.charAt(at);
    if (CLOSING.indexOf(next) >= 0 || Character.isLowSurrogate(next)) {
      return false;
    }
    return next == ' ' || before == ' ' || Columns.of(before) == 2 || Columns.of(next) == 2;
  }

  private static Text slice(Text text, int from, int to) {
    Text slice = Text.EMPTY;
    int start = 0;
    for (Text.Piece piece : text.pieces()) {
      int end = start + piece.text().length();
      int first = Math.max(from, start);
      int last = Math.min(to, end);
      if (first < last) {
        String part = piece.text().substring(first - start, last - start);
        slice = slice.and(new Text(List.of(new Text.Piece(piece.style(), piece.hue(), part))));
      }
      start = end;
    }
    return slice;
  }
}
