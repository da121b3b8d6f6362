package org.forkshell.view.lanes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.forkshell.source.Visible;
import org.forkshell.view.Text;

/** Text that goes into SVG and HTML: whatever a program wrote, it stays text. */
final class Markup {
  private Markup() {}

  /** With nothing in it that means something to a browser, or is forbidden in XML 1.0. */
  static String escaped(String raw) {
    String text = Visible.of(raw);
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
      }
    }
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
  }

  /** The pieces of a text, each in an element of its class. */
  static String pieces(Text text, String element) {
    StringBuilder out = new StringBuilder();
    for (Text.Piece piece : text.pieces()) {
      String hue = piece.hue() < 0 ? "" : " h" + piece.hue();
      String style = piece.style().name().toLowerCase(Locale.ROOT);
      out.append('<').append(element).append(" class=\"").append(style).append(hue).append("\">");
      out.append(escaped(piece.text())).append("</").append(element).append('>');
    }
    return out.toString();
  }

  /** A file beside this class. */
  static String resource(String name) {
    try (InputStream in = Markup.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
