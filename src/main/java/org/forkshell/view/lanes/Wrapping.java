package org.forkshell.view.lanes;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.view.Columns;
import org.forkshell.view.Text;

/** Cuts a text into lines and loses no character of it, be it made of words or not. */
final class Wrapping {
  private Wrapping() {}

  /**
   * @param width at least 2, so that a wide character fits
   */
  static List<Text> wrapped(Text text, int width) {
    if (text.width() <= width) {
      return List.of(text);
    }
    List<Text> lines = new ArrayList<>();
    Text line = Text.EMPTY;
    int used = 0;
    for (Text.Piece piece : text.pieces()) {
      String rest = piece.text();
      while (!rest.isEmpty()) {
        int end = fitting(rest, width - used, used == 0);
        if (end > 0) {
          String part = rest.substring(0, end);
          line = line.and(new Text(List.of(new Text.Piece(piece.style(), piece.hue(), part))));
          used += Columns.of(part);
          rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
          lines.add(line);
          line = Text.EMPTY;
          used = 0;
        }
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** How many characters of {@code text} to put into {@code width} columns. */
  private static int fitting(String text, int width, boolean atLeastOne) {
    int columns = 0;
    int afterBlank = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      columns += Columns.of(c);
      if (columns > width) {
        int end = afterBlank > 0 && at - afterBlank < 12 ? afterBlank : at;
        return end == 0 && atLeastOne ? Character.charCount(c) : end;
      }
      at += Character.charCount(c);
      if (c == ' ') {
        afterBlank = at;
      }
    }
    return at;
  }
}
