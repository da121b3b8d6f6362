package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cuts a text into what would have been entered one after another at the prompt. */
public final class Pieces {
  /**
   * @param row the number of its first line, from 1
   */
  public record Piece(String text, int row) {}

  private Pieces() {}

  /**
   * @param isComplete whether a text can be run as it stands
   */
  public static List<Piece> of(String text, Predicate<String> isComplete) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder pending = new StringBuilder();
    String[] lines = text.split("\r\n|\r|\n", -1);
    int first = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (pending.length() == 0) {
        first = i;
        if (line.isBlank() || isComment(line)) {
          continue;
        }
        if (CommandLine.is(line)) {
          pieces.add(new Piece(line, i + 1));
          continue;
        }
      }
      pending.append(pending.length() == 0 ? "" : "\n").append(line);
      if (mayEnd(pending) && isComplete.test(pending.toString()) && !goesOn(lines, i + 1)) {
        pieces.add(new Piece(pending.toString(), first + 1));
        pending.setLength(0);
      }
    }
    if (pending.toString().strip().length() > 0) {
      pieces.add(new Piece(pending.toString(), first + 1));
    }
    return pieces;
  }

  /**
   * A quick look that saves most of the thorough ones in a long function: braces that are open for
   * certain.
   */
  private static boolean mayEnd(CharSequence text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || c == '/') {
        return true;
      }
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return open <= 0;
  }

  /** {@code if (x) f();} is complete, and goes on if {@code else} comes on the next line. */
  private static boolean goesOn(String[] lines, int next) {
    if (next >= lines.length) {
      return false;
    }
    String line = lines[next].stripLeading();
    return line.startsWith("else")
        && (line.length() == 4 || !Character.isLetterOrDigit(line.charAt(4)));
  }

  /** {@code # words}: not one of the preprocessor's lines. */
  public static boolean isComment(String line) {
    String text = line.strip();
    if (!text.startsWith("#")) {
      return false;
    }
    String[] words = text.substring(1).strip().split("[\\s<\"]+", 3);
    return switch (words[0]) {
      case "include" -> text.indexOf('<') < 0 && text.indexOf('"') < 0;
      case "define",
          "undef",
          "if",
          "ifdef",
          "ifndef",
          "elif",
          "else",
          "endif",
          "pragma",
          "error",
          "warning",
          "line" ->
          false;
      default -> true;
    };
  }
}
