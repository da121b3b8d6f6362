package org.forkshell.terminal;

import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * Gives each style its looks, as far as the terminal has any: ECMA-48's "select graphic rendition".
 */
public final class Painter {
  // Readable on black and on white, and far apart from each other; red is kept for alarms.
  private static final int[] HUES = {33, 208, 35, 170, 37, 141, 136, 69, 168, 71, 173, 104, 30};
  private static final int[] FEW_HUES = {34, 33, 32, 35, 36};
  private static final String END = "\u001b[0m";

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
  public static Painter of(
      ColorMode mode, boolean terminal, String type, boolean noColor, boolean unicode) {
    boolean capable = terminal && !type.isEmpty() && !type.equals("dumb") && !noColor;
    boolean colors = mode == ColorMode.ALWAYS || (mode == ColorMode.AUTO && capable);
    boolean many =
        type.contains("256")
            || type.contains("direct")
            || type.contains("kitty")
            || type.contains("alacritty");
    return new Painter(!colors ? 0 : many || mode == ColorMode.ALWAYS ? 256 : 8, unicode);
  }

  public boolean hasColors() {
    return colors > 0;
  }

  public boolean isUnicode() {
    return unicode;
  }

  /** The text with the terminal's escape sequences in it, without a line end. */
  public String paint(Text text) {
    StringBuilder out = new StringBuilder();
    for (Text.Piece piece : text.pieces()) {
      String look = colors == 0 ? "" : look(piece.style(), piece.hue());
      String shown =
          unicode || piece.style() == Style.OUTPUT ? piece.text() : Ascii.of(piece.text());
      if (look.isEmpty()) {
        out.append(shown);
      } else {
        out.append("\u001b[").append(look).append('m').append(shown).append(END);
      }
    }
    return out.toString();
  }

  private String look(Style style, int hue) {
    return switch (style) {
      case PLAIN, OUTPUT, MESSAGE -> "";
      case PROCESS ->
          colors == 256
              ? "1;38;5;" + HUES[Math.max(0, hue) % HUES.length]
              : "1;" + FEW_HUES[Math.max(0, hue) % FEW_HUES.length];
      case ERROR_OUTPUT -> "31";
      case VALUE_NAME, CALL, CODE -> "36";
      case VALUE, HEADING -> "1";
      case NOTE, DRAWING -> "2";
      case ENDED -> "32";
      case ALARM, ERROR -> "1;31";
      case WARNING -> "1;33";
      case CONTROL -> "2;7";
    };
  }
}
