package org.forkshell.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.source.Columns;
import org.forkshell.source.Visible;

/**
 * Bytes that a program wrote, made visible: text as it is, everything that would move the cursor or
 * change the terminal by a name. So no program can garble the screen, and no byte is lost from
 * sight.
 */
public final class Bytes {
  private static final int TAB = 8;

  private final List<Text.Piece> pieces = new ArrayList<>(1);
  private final StringBuilder plain = new StringBuilder();
  private final Style style;
  private int column;

  private Bytes(Style style) {
    this.style = style;
  }

  /** One line without its newline. */
  public static Text shown(byte[] bytes, int from, int to, Style style) {
    Bytes shown = new Bytes(style);
    for (int i = from; i < to; ) {
      i += shown.add(bytes, i, to);
    }
    shown.end();
    return new Text(shown.pieces);
  }

  /** How many bytes at the end are the beginning of a character whose rest may still come. */
  static int unfinished(byte[] bytes, int length) {
    for (int back = 1; back <= 3 && back <= length; back++) {
      int b = bytes[length - back] & 0xFF;
      if (b >= 0xC0) {
        return back < lengthOf(b) ? back : 0;
      }
      if (b < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  /**
   * Where {@code most} bytes after {@code from} end, or before that, so that no character is cut in
   * two; {@code to} where there are no more.
   */
  public static int wholeCharacters(byte[] bytes, int from, int to, int most) {
    if (to - from <= most) {
      return to;
    }
    int end = from + most;
    for (int back = 0; back < 3 && end > from && (bytes[end] & 0xC0) == 0x80; back++) {
      end--;
    }
    return end;
  }

  private static int lengthOf(int first) {
    return first < 0x80
        ? 1
        : first >= 0xC2 && first < 0xE0
            ? 2
            : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
  }

  private int add(byte[] bytes, int at, int to) {
    int b = bytes[at] & 0xFF;
    if (b == '\t') {
      int blanks = TAB - column % TAB;
      plain.append(" ".repeat(blanks));
      column += blanks;
      return 1;
    }
    if (b >= 0x20 && b < 0x7F) {
      plain.append((char) b);
      column++;
      return 1;
    }
    int length = lengthOf(b);
    if (length > 1 && at + length <= to) {
      String character = new String(bytes, at, length, StandardCharsets.UTF_8);
      int c = character.codePointAt(0);
      if (c != 0xFFFD && Visible.is(c)) {
        plain.append(character);
        column += Columns.of(c);
        return length;
      }
    }
    String name = b < 0x20 ? "^" + (char) (b + '@') : b == 0x7F ? "^?" : hex(b);
    end();
    pieces.add(new Text.Piece(Style.CONTROL, -1, name));
    column += name.length();
    return 1;
  }

  private static String hex(int b) {
    return "\\x" + Character.forDigit(b >> 4, 16) + Character.forDigit(b & 15, 16);
  }

  private void end() {
    if (plain.length() > 0) {
      pieces.add(new Text.Piece(style, -1, plain.toString()));
      plain.setLength(0);
    }
  }

  /** Bytes as a C string literal would have them, shortened in the middle where they are many. */
  public static String quoted(byte[] bytes) {
    int most = 40;
    StringBuilder text = new StringBuilder("\"");
    String all = new String(bytes, StandardCharsets.UTF_8);
    for (int i = 0; i < all.length(); i++) {
      if (all.length() > most && i == most / 2) {
        text.append('…');
        i = all.length() - most / 4;
      }
      char c = all.charAt(i);
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case 0xFFFD -> text.append('?');
        default -> {
          text.append(
              Character.isSurrogate(c) || Visible.is(c)
                  ? String.valueOf(c)
                  : String.format(c < 0x80 ? "\\%03o" : "\\u%04x", (int) c));
        }
      }
    }
    return text.append('"').toString();
  }
}
