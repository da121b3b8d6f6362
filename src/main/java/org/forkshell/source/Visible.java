package org.forkshell.source;

/**
 * Which characters may go to a screen as they are. Text comes from anywhere, from programs, files,
 * arguments and lessons; a control character among it would steer the terminal, and one that only
 * formats would show the text in another order than it has.
 */
public final class Visible {
  private static final int DELETE = 0x7F;

  private Visible() {}

  /** Whether a character is seen as itself, or is a blank. */
  public static boolean is(int codePoint) {
    if (codePoint < DELETE) {
      return codePoint >= ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** The text with names for what cannot be seen; tabs and line ends stay. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A pair of surrogates is looked at as a whole.
      if (!stays(c) && !is(c)) {
        return named(text);
      }
    }
    return text;
  }

  private static String named(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (stays(c) || is(c)) {
        out.appendCodePoint(c);
      } else if (c < ' ') {
        out.append('^').append((char) (c + '@'));
      } else {
        out.append(c == DELETE ? "^?" : String.format("\\u%04x", c));
      }
    }
    return out.toString();
  }

  private static boolean stays(int c) {
    return c == '\t' || c == '\n';
  }
}
