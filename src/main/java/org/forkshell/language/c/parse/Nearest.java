package org.forkshell.language.c.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known word that somebody who wrote another one most likely meant. */
final class Nearest {
  private Nearest() {}

  static @Nullable String to(String word, String... known) {
    return to(word, List.of(known));
  }

  /** Null where nothing is near: at most one slip in up to five letters, two in longer words. */
  static @Nullable String to(String word, Iterable<String> known) {
    int allowed = word.length() <= 2 ? 0 : word.length() <= 5 ? 1 : 2;
    String best = null;
    int least = allowed + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate, least);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * Letters put in, left out, changed or swapped; {@code limit} where there are that many or more.
   */
  private static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) >= limit || one.length() > 100) {
      return limit;
    }
    int width = other.length() + 1;
    int[] before = new int[width];
    int[] row = new int[width];
    int[] next = new int[width];
    for (int j = 0; j < width; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      next[0] = i;
      for (int j = 1; j < width; j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        next[j] = swapped ? Math.min(least, before[j - 2] + 1) : least;
      }
      int[] spare = before;
      before = row;
      row = next;
      next = spare;
    }
    return row[width - 1];
  }
}
