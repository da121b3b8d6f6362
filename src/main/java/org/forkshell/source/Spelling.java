package org.forkshell.source;

import org.jspecify.annotations.Nullable;

/** The known word that somebody who wrote another one most likely meant. */
public final class Spelling {
  /** Nobody mistypes a longer word, and to compare it would take long. */
  private static final int LONGEST = 100;

  private Spelling() {}

  /** How many slips of the finger a word may hold: none in two letters, one in three, at most 3. */
  public static int tolerance(String word) {
    int length = word.length();
    return length <= 2 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3;
  }

  /**
   * The nearest of the known words, the first by alphabet of those that are equally near; null
   * where none is near. Upper and lower case make no difference.
   */
  public static @Nullable String nearest(String word, Iterable<String> known) {
    String best = null;
    int least = tolerance(word);
    for (String candidate : known) {
      int distance = distance(word, candidate, least);
      boolean nearer = distance < least || (distance == least && best == null);
      if (nearer || (distance == least && best != null && candidate.compareTo(best) < 0)) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * Letters put in, left out, changed or swapped; 0 where only their case differs.
   *
   * @param most where there are more, the number may be any greater one
   */
  public static int distance(String one, String other, int most) {
    if (one.equalsIgnoreCase(other)) {
      return 0;
    }
    if (Math.abs(one.length() - other.length()) > most || one.length() > LONGEST) {
      return most + 1;
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
