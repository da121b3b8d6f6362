package org.forkshell.shell;

/**
 * A line that is for the prompt itself: {@code /NAME ARGUMENT}.
 *
 * @param name what stands between the slash and the first blank; it may be shortened
 * @param argument what follows the name, without blanks around it
 */
public record CommandLine(String name, String argument) {
  /** The parts of a line for which {@link #is} holds. */
  public static CommandLine of(String line) {
    String text = line.strip().substring(1);
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new CommandLine(text.substring(0, end), text.substring(end).strip());
  }

  /** Whether a line is for the prompt itself, and not a comment of C. */
  public static boolean is(String line) {
    String text = line.stripLeading();
    if (text.length() < 2 || text.charAt(0) != '/') {
      return text.equals("/");
    }
    char c = text.charAt(1);
    return Character.isLetter(c) || c == '?' || c == '!';
  }
}
