package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Columns;

/**
 * Cuts a text into lines of a width; who draws decides what stands before them. A character of two
 * columns is never cut in half: where not even one fits, a line is wider than asked for.
 */
public final class Wrapping {
  /** A line of {@link #kept} may be so much shorter for the sake of a word. */
  private static final int RAGGED = 12;

  /** Punctuation that no line begins with, after a wide character. */
  private static final String CLOSING = "，。；：、？！）》」』”’,.;:)";

  /** Punctuation that no line ends with. */
  private static final String OPENING = "（《「『“‘";

  private Wrapping() {}

  /**
   * A text made of words: broken at blanks, which vanish there, or beside wide characters, and
   * within a word only where it is wider than a line.
   */
  public static List<Text> wrapped(Text text, int width) {
    String all = text.toString();
    List<Text> lines = new ArrayList<>();
    int from = 0;
    do {
      int end = wordEnd(text, all, from, fitting(all, from, width));
      int last = end;
      while (last > from && all.charAt(last - 1) == ' ') {
        last--;
      }
      lines.add(slice(text, from, last));
      from = end;
      while (from < all.length() && all.charAt(from) == ' ') {
        from++;
      }
    } while (from < all.length());
    return lines;
  }

  /** A text of which no character may be lost, be it made of words or not. */
  public static List<Text> kept(Text text, int width) {
    return parts(text, width, RAGGED);
  }

  /** A text cut wherever a line is full, without any loss; at least one part, perhaps empty. */
  public static List<Text> cut(Text text, int width) {
    return parts(text, width, 0);
  }

  private static List<Text> parts(Text text, int width, int ragged) {
    String all = text.toString();
    List<Text> parts = new ArrayList<>();
    int from = 0;
    do {
      int end = fitting(all, from, width);
      int blank = end == all.length() ? end : all.lastIndexOf(' ', end - 1) + 1;
      if (blank > from && end - blank < ragged) {
        end = blank;
      }
      parts.add(slice(text, from, end));
      from = end;
    } while (from < all.length());
    return parts;
  }

  /** Where a line is full that begins at {@code from}: after one character at least. */
  private static int fitting(String text, int from, int width) {
    int columns = 0;
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      columns += Columns.of(c);
      if (columns > width && at > from) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** The last place up to {@code end} where a line may end that has a word in it. */
  private static int wordEnd(Text whole, String text, int from, int end) {
    int first = from;
    while (first < end && text.charAt(first) == ' ') {
      first++;
    }
    for (int at = end; at > first; at--) {
      if (at == text.length()
          || (mayBreak(text.charAt(at - 1), text.charAt(at)) && !isWithinDrawing(whole, at))) {
        return at;
      }
    }
    return end;
  }

  /** Whether a place is amid the lines of a drawing, where no word ends. */
  private static boolean isWithinDrawing(Text text, int at) {
    int start = 0;
    for (Text.Piece piece : text.pieces()) {
      int end = start + piece.text().length();
      if (start < at && at < end) {
        return piece.style() == Style.DRAWING
            && piece.text().charAt(at - start) != ' '
            && piece.text().charAt(at - start - 1) != ' ';
      }
      start = end;
    }
    return false;
  }

  private static boolean mayBreak(char before, char next) {
    if (before == ' ' || next == ' ') {
      return true;
    }
    return (Columns.of(before) == 2 || Columns.of(next) == 2)
        && CLOSING.indexOf(next) < 0
        && OPENING.indexOf(before) < 0;
  }

  private static Text slice(Text text, int from, int to) {
    List<Text.Piece> pieces = new ArrayList<>();
    int start = 0;
    for (Text.Piece piece : text.pieces()) {
      int end = start + piece.text().length();
      int first = Math.max(from, start);
      int last = Math.min(to, end);
      if (first < last) {
        String part = piece.text().substring(first - start, last - start);
        pieces.add(new Text.Piece(piece.style(), piece.hue(), part));
      }
      start = end;
    }
    return new Text(pieces);
  }
}
