package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;

/** A line of text, or a part of one, in pieces of one style each. */
public record Text(List<Piece> pieces) {
  public static final Text EMPTY = new Text(List.of());

  /**
   * @param hue which colour of the palette of processes, or -1 for the style's own
   */
  public record Piece(Style style, int hue, String text) {}

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
    all.addAll(more.pieces);
    return new Text(all);
  }

  public Text and(Style style, String text) {
    return and(of(style, text));
  }

  /** This text, and blanks up to {@code width} columns. */
  public Text padded(int width) {
    int missing = width - width();
    return missing <= 0 ? this : and(Style.PLAIN, " ".repeat(missing));
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
