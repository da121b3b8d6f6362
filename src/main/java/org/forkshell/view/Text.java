package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.source.Columns;
import org.forkshell.source.Visible;

/** A line of text, or a part of one, in pieces of one style each. */
public record Text(List<Piece> pieces) {
  public static final Text EMPTY = new Text(List.of());

  /**
   * Text of one style.
   *
   * @param hue which colour of the palette of processes, or -1 for the style's own
   */
  public record Piece(Style style, int hue, String text) {
    /** What a screen may be given of it: whatever would steer a terminal has a name instead. */
    public String visible() {
      return Visible.of(text);
    }
  }

  public Text {
    pieces = List.copyOf(pieces);
  }

  public static Text of(Style style, String text) {
    return text.isEmpty() ? EMPTY : new Text(List.of(new Piece(style, -1, text)));
  }

  /** Text in the colour of a process. */
  public static Text of(ProcessName name, String text) {
    return new Text(List.of(new Piece(Style.PROCESS, Hue.of(name), text)));
  }

  /** Other text that looks as {@code like} does. */
  static Text of(Piece like, String text) {
    return text.isEmpty() ? EMPTY : new Text(List.of(new Piece(like.style, like.hue, text)));
  }

  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  public Text and(Text more) {
    if (isEmpty()) {
      return more;
    }
    if (more.isEmpty()) {
      return this;
    }
    List<Piece> all = new ArrayList<>(pieces.size() + more.pieces.size());
    all.addAll(pieces);
    for (Piece piece : more.pieces) {
      Piece last = all.get(all.size() - 1);
      if (last.style == piece.style && last.hue == piece.hue) {
        all.set(all.size() - 1, new Piece(last.style, last.hue, last.text.concat(piece.text)));
      } else {
        all.add(piece);
      }
    }
    return new Text(all);
  }

  /**
   * This text, or as much of it as goes into {@code width} columns, with a sign that there was
   * more.
   */
  public Text cut(int width) {
    if (width() <= width) {
      return this;
    }
    Text cut = EMPTY;
    int left = width - 1;
    for (Piece piece : pieces) {
      int end = 0;
      while (end < piece.text.length()) {
        int c = piece.text.codePointAt(end);
        left -= Columns.of(c);
        if (left < 0) {
          break;
        }
        end += Character.charCount(c);
      }
      cut =
          cut.and(
              new Text(List.of(new Piece(piece.style, piece.hue, piece.text.substring(0, end)))));
      if (left < 0) {
        break;
      }
    }
    return cut.and(Style.NOTE, "…");
  }

  public Text and(Style style, String text) {
    return and(of(style, text));
  }

  /** This text, and blanks up to {@code width} columns. */
  public Text padded(int width) {
    int missing = width - width();
    return missing <= 0 ? this : and(Style.PLAIN, " ".repeat(missing));
  }

  /** How many characters it has. */
  int length() {
    int length = 0;
    for (Piece piece : pieces) {
      length += piece.text.length();
    }
    return length;
  }

  /** How many columns of a terminal it takes. */
  public int width() {
    int width = 0;
    for (Piece piece : pieces) {
      width += Columns.of(piece.text);
    }
    return width;
  }

  /** The characters alone. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    for (Piece piece : pieces) {
      all.append(piece.text);
    }
    return all.toString();
  }
}
