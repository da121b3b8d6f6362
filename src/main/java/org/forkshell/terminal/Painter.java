package org.forkshell.terminal;

import org.forkshell.view.ColorMode;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.fusesource.jansi.Ansi;
import org.fusesource.jansi.Ansi.Attribute;
import org.fusesource.jansi.Ansi.Color;
import org.jspecify.annotations.Nullable;

/**
 * Gives each style its looks, as far as the terminal has any: ECMA-48's "select graphic rendition".
 */
public final class Painter {
  // Readable on black and on white, and far apart from each other; red is kept for alarms.
  private static final int[] HUES = {33, 208, 35, 170, 37, 141, 136, 69, 168, 71, 173, 104, 30};
  private static final Color[] FEW_HUES = {
    Color.BLUE, Color.YELLOW, Color.GREEN, Color.MAGENTA, Color.CYAN
  };

  /** For a terminal that has 256 colours and shows all of Unicode. */
  static final Painter MANY_COLORS = new Painter(256, true);

  private static final String PLAIN_AGAIN = Ansi.ansi().reset().toString();

  private final @Nullable String[] prefixes = new String[Style.values().length * HUES.length];
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
      String shown =
          unicode || piece.style() == Style.OUTPUT ? piece.visible() : Ascii.of(piece.visible());
      if (colors == 0 || isPlain(piece.style())) {
        out.append(shown);
      } else {
        out.append(prefix(piece.style(), piece.hue())).append(shown).append(PLAIN_AGAIN);
      }
    }
    return out.toString();
  }

  /** What switches a look on: the same few again and again, ten thousand lines a second. */
  private String prefix(Style style, int hue) {
    int index = style.ordinal() * HUES.length + Math.max(0, hue) % HUES.length;
    String known = prefixes[index];
    if (known == null) {
      known = look(Ansi.ansi(), style, hue).toString();
      prefixes[index] = known;
    }
    return known;
  }

  private static boolean isPlain(Style style) {
    return style == Style.PLAIN || style == Style.OUTPUT || style == Style.MESSAGE;
  }

  private Ansi look(Ansi ansi, Style style, int hue) {
    return switch (style) {
      case PLAIN, OUTPUT, MESSAGE -> ansi;
      case PROCESS ->
          colors == 256
              ? ansi.bold().fg(HUES[Math.max(0, hue) % HUES.length])
              : ansi.bold().fg(FEW_HUES[Math.max(0, hue) % FEW_HUES.length]);
      case ERROR_OUTPUT -> ansi.fg(Color.RED);
      case VALUE_NAME, CALL, CODE -> ansi.fg(Color.CYAN);
      case VALUE, HEADING, STRONG -> ansi.bold();
      case REMARK -> ansi.fg(Color.YELLOW);
      case EMPHASIS -> ansi.a(Attribute.ITALIC);
      case NOTE, DRAWING -> ansi.a(Attribute.INTENSITY_FAINT);
      case ENDED -> ansi.fg(Color.GREEN);
      case ALARM, ERROR -> ansi.bold().fg(Color.RED);
      case WARNING -> ansi.bold().fg(Color.YELLOW);
      case CONTROL -> ansi.a(Attribute.INTENSITY_FAINT).a(Attribute.NEGATIVE_ON);
    };
  }
}
