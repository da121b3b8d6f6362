package org.forkshell.terminal;

import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Gives each style its looks, as far as the terminal has any. */
public final class Painter {
  // Readable on black and on white, and far apart from each other; red is kept for alarms.
  private static final int[] HUES = {33, 208, 35, 170, 37, 141, 136, 69, 168, 71, 173, 104, 30};

  private final int colors;
  private final boolean unicode;

  /**
   * @param colors how many the terminal has, 0 for a plain one
   * @param unicode whether it can show more than ASCII
   */
  public Painter(int colors, boolean unicode) {
    this.colors = colors;
    this.unicode = unicode;
  }

  /** A painter for a terminal whose type is {@code type}, or for no terminal. */
  public static Painter of(ColorMode mode, boolean terminal, String type, boolean noColor, boolean unicode) {
    boolean capable = terminal && !type.isEmpty() && !type.equals("dumb") && !noColor;
    boolean colors = mode == ColorMode.ALWAYS || (mode == ColorMode.AUTO && capable);
    int count = type.contains("256") || type.contains("direct") || mode == ColorMode.ALWAYS ? 256 : 8;
    return new Painter(colors ? count : 0, unicode);
  }

  public boolean hasColors() {
    return colors > 0;
  }

  public boolean isUnicode() {
    return unicode;
  }

  /** The text with the terminal's escape sequences in it, without a line end. */
  public String paint(Text text) {
    if (colors == 0) {
      return unicode ? text.toString() : Ascii.of(text.toString());
    }
    return attributed(text).toAnsi(colors, ForceMode.None);
  }

  /** The text in the form that a line editor takes. */
  public AttributedString attributed(Text text) {
    AttributedStringBuilder builder = new AttributedStringBuilder();
    for (Text.Piece piece : text.pieces()) {
      String shown = unicode || piece.style() == Style.OUTPUT ? piece.text() : Ascii.of(piece.text());
      builder.styled(style(piece.style(), piece.hue()), shown);
    }
    return builder.toAttributedString();
  }

  /** How a style looks. */
  public AttributedStyle style(Style style, int hue) {
    AttributedStyle base = AttributedStyle.DEFAULT;
    if (colors == 0) {
      return base;
    }
    return switch (style) {
      case PLAIN, OUTPUT, MESSAGE -> base;
      case PROCESS -> base.foreground(HUES[Math.max(0, hue) % HUES.length]).bold();
      case ERROR_OUTPUT -> base.foreground(AttributedStyle.RED);
      case VALUE_NAME, CALL -> base.foreground(AttributedStyle.CYAN);
      case VALUE, HEADING -> base.bold();
      case NOTE, DRAWING -> base.faint();
      case ENDED -> base.foreground(AttributedStyle.GREEN);
      case ALARM, ERROR -> base.foreground(AttributedStyle.RED).bold();
      case WARNING -> base.foreground(AttributedStyle.YELLOW).bold();
      case CONTROL -> base.faint().inverse();
      case CODE -> base.foreground(AttributedStyle.CYAN);
    };
  }
}
