package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.forkshell.language.Completeness;
import org.jspecify.annotations.Nullable;

/** Cuts a text into what would have been entered one after another at the prompt. */
public final class Pieces {
  /**
   * @param row the number of its first line, from 1
   */
  public record Piece(String text, int row) {}

  private Pieces() {}

  /**
   * @param completeness whether a text can be entered as it stands, given the line after it
   */
  public static List<Piece> of(
      String text, BiFunction<String, @Nullable String, Completeness> completeness) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder pending = new StringBuilder();
    String[] lines = text.split("\r\n|\r|\n", -1);
    int first = 0;
    for (int i = 0; i < lines.length; i++) {
      if (pending.length() == 0) {
        first = i;
        if (CommandLine.is(lines[i])) {
          pieces.add(new Piece(lines[i], i + 1));
          continue;
        }
      }
      pending.append(i == first ? "" : "\n").append(lines[i]);
      String next = i + 1 < lines.length ? lines[i + 1] : null;
      Completeness found = completeness.apply(pending.toString(), next);
      if (found == Completeness.COMPLETE) {
        pieces.add(new Piece(pending.toString(), first + 1));
      }
      if (found != Completeness.INCOMPLETE) {
        pending.setLength(0);
      }
    }
    if (pending.toString().strip().length() > 0) {
      pieces.add(new Piece(pending.toString(), first + 1));
    }
    return pieces;
  }
}
