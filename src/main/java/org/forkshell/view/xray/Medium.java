package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.view.Drawing;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wrapping;

/**
 * What there is to draw with.
 *
 * @param width the columns there are, 0 for any number
 * @param drawing never {@link Drawing#AUTO}
 * @param words of the language to draw in
 */
public record Medium(int width, Drawing drawing, Messages words) {
  private static final int NARROW = 60;
  private static final int LEAST = 12;

  public Medium {
    if (drawing == Drawing.AUTO) {
      throw new AssertionError(drawing);
    }
  }

  /** The medium for a screen, as somebody wants to have it. */
  public static Medium of(int width, Drawing wanted, boolean unicode, Locale language) {
    Drawing drawing = wanted != Drawing.AUTO ? wanted : unicode ? Drawing.BOX : Drawing.ASCII;
    return new Medium(width, drawing, new Messages(Medium.class, "Messages", language));
  }

  boolean isSpoken() {
    return drawing == Drawing.WORDS;
  }

  boolean isNarrow() {
    return width > 0 && width < NARROW;
  }

  /** A sign: the first where there are lines, else the second. */
  String glyph(String box, String ascii) {
    return drawing == Drawing.BOX ? box : ascii;
  }

  String say(String key, Object... arguments) {
    return words.get(key, arguments);
  }

  /** How many columns are left behind {@code used} ones. */
  int left(int used) {
    return width == 0 ? Integer.MAX_VALUE : Math.max(LEAST, width - 1 - used);
  }

  /** A text in as many lines as it takes after {@code used} columns. */
  List<Text> pieces(Text text, int used) {
    return Wrapping.wrapped(text, left(used));
  }

  /** A text in as many lines as it takes, each after the same prefix. */
  List<Text> wrapped(Text text, Text prefix) {
    List<Text> lines = new ArrayList<>();
    for (Text line : pieces(text, prefix.width())) {
      lines.add(prefix.and(line));
    }
    return lines;
  }

  List<Text> wrapped(Text text, int indent) {
    return wrapped(text, Text.of(Style.PLAIN, " ".repeat(indent)));
  }
}
