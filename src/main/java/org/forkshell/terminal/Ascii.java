package org.forkshell.terminal;

/** The tool's own signs for terminals that have only ASCII. */
final class Ascii {
  private Ascii() {}

  static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (out != null) {
          out.append(c);
        }
      } else {
        if (out == null) {
          out = new StringBuilder(text.length() + 8).append(text, 0, i);
        }
        out.append(replacement(c));
      }
    }
    return out == null ? text : out.toString();
  }

  private static String replacement(char c) {
    return switch (c) {
      case '❯' -> ">";
      case '…' -> "...";
      case '·' -> "-";
      case '│' -> "|";
      case '├' -> "|";
      case '└' -> "`";
      case '─' -> "-";
      case '→' -> "->";
      case '←' -> "<-";
      case '×' -> "x";
      case '⏎' -> "\\n";
      case '“', '”' -> "\"";
      case '‘', '’' -> "'";
      case '–', '—' -> "-";
      default -> String.valueOf(c);
    };
  }
}
