package org.forkshell.language.c.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listing whose lines still bear the numbers that a page put in front of them. */
final class NumberedLines {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*(\\d{1,6})(?:[.:)|](?!\\d).*|\\s.*|#.*|)");

  /** What a single line must look like: a statement does not begin so. */
  private static final Pattern ALONE = Pattern.compile("\\s*\\d+[.:)|]?\\s*(?:#|[A-Za-z_]\\w*).*");

  /** So many lines above the listing, and below, may be the page's. */
  private static final int EDGE = 2;

  private NumberedLines() {}

  static boolean are(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() == 1) {
      return ALONE.matcher(lines.get(0)).matches();
    }
    int from = 0;
    int to = lines.size();
    while (from < to && from < EDGE && numberOf(lines.get(from)) < 0) {
      from++;
    }
    while (to > from && to > lines.size() - EDGE && numberOf(lines.get(to - 1)) < 0) {
      to--;
    }
    boolean page = to - from < lines.size();
    int last = -1;
    for (String line : lines.subList(from, to)) {
      int number = numberOf(line);
      if (number <= last) {
        return false;
      }
      last = number;
    }
    return to - from > (page ? 2 : 1);
  }

  private static int numberOf(String line) {
    Matcher number = NUMBER.matcher(line);
    return number.matches() ? Integer.parseInt(number.group(1)) : -1;
  }
}
