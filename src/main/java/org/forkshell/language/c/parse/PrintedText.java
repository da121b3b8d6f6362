package org.forkshell.language.c.parse;

import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;

/**
 * {@code printf("hello/n")}: legal C, yet hardly ever meant. Web pages lose backslashes and their
 * readers turn them.
 */
final class PrintedText {
  private PrintedText() {}

  static boolean isPrinter(Expression function) {
    if (!(function instanceof Expression.Name name)) {
      return false;
    }
    return switch (name.name()) {
      case "printf",
          "fprintf",
          "sprintf",
          "snprintf",
          "dprintf",
          "puts",
          "fputs",
          "perror",
          "write" ->
          true;
      default -> false;
    };
  }

  /** Warns of a text that ends in {@code /n}; a path such as {@code "/new"} does not. */
  static void check(Token string, Problems problems) {
    String text = string.text;
    int end = text.length() - 1;
    int at = end;
    while (at >= 3 && text.charAt(at - 1) == 'n' && text.charAt(at - 2) == '/') {
      at -= 2;
    }
    if (at == end) {
      return;
    }
    boolean verbatim = string.source.text().startsWith(text, string.start);
    Span place =
        verbatim
            ? new Span(string.source, string.start + end - 2, string.start + end)
            : string.span();
    problems.warning(place, "c.slash.newline");
  }
}
